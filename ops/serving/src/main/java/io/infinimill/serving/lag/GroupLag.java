package io.infinimill.serving.lag;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.ListShareGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.GroupType;
import org.apache.kafka.common.TopicPartition;

/**
 * Asks Kafka how many records are behind what groups have done. Markers of transactions count as records, so that a few may
 * remain where nothing is left.
 */
final class GroupLag {

    private final Admin admin;
    private final List<String> beginnings;

    /** @param beginnings of the names of the groups */
    GroupLag(Admin admin, List<String> beginnings) {
        this.admin = admin;
        this.beginnings = beginnings;
    }

    /** A group's backlog in one topic. */
    record Lag(String group, String topic, long records) {}

    List<Lag> measure() throws ExecutionException, InterruptedException {
        var groups = admin.listGroups().all().get().stream()
                .filter(group -> beginnings.stream().anyMatch(group.groupId()::startsWith))
                .toList();
        var done = new HashMap<String, Map<TopicPartition, Long>>();
        for (var group : groups) {
            done.put(group.groupId(), isShared(group) ? started(group.groupId()) : committed(group.groupId()));
        }
        var ends = ends(done);
        return done.entrySet().stream()
                .flatMap(group -> behind(group.getKey(), group.getValue(), ends).stream())
                .toList();
    }

    private static boolean isShared(GroupListing group) {
        return group.type().filter(GroupType.SHARE::equals).isPresent();
    }

    private Map<TopicPartition, Long> committed(String group) throws ExecutionException, InterruptedException {
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()))
                .partitionsToOffsetAndMetadata(group)
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.offset());
                    }
                });
        return offsets;
    }

    /** A share group has a first offset that is not done yet; some behind it may be. */
    private Map<TopicPartition, Long> started(String group) throws ExecutionException, InterruptedException {
        var offsets = new HashMap<TopicPartition, Long>();
        admin.listShareGroupOffsets(Map.of(group, new ListShareGroupOffsetsSpec()))
                .partitionsToOffsetInfo(group)
                .get()
                .forEach((partition, offset) -> {
                    if (offset != null) {
                        offsets.put(partition, offset.startOffset());
                    }
                });
        return offsets;
    }

    private Map<TopicPartition, ListOffsetsResultInfo> ends(Map<String, Map<TopicPartition, Long>> done)
            throws ExecutionException, InterruptedException {
        var wanted = done.values().stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .distinct()
                .collect(Collectors.toMap(partition -> partition, _ -> OffsetSpec.latest()));
        return admin.listOffsets(wanted).all().get();
    }

    private static List<Lag> behind(
            String group, Map<TopicPartition, Long> done, Map<TopicPartition, ListOffsetsResultInfo> ends) {
        var byTopic = new HashMap<String, Long>();
        done.forEach((partition, offset) -> {
            var end = ends.get(partition);
            if (end != null) {
                byTopic.merge(partition.topic(), Math.max(0, end.offset() - offset), Long::sum);
            }
        });
        return byTopic.entrySet().stream()
                .map(topic -> new Lag(group, topic.getKey(), topic.getValue()))
                .toList();
    }
}
