package io.infinimill.dataset.intake;

import io.infinimill.dataset.archive.Key;
import io.infinimill.dataset.archive.Origin;
import io.infinimill.model.Hash;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.support.KafkaHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Reads dead letters, whatever their bytes. Of what can be read it takes the sample or seed and the job; headers are
 * those of spring-kafka and of Kafka Streams.
 */
final class DeadLetterReader {

    private static final List<String> TOPIC_HEADERS =
            List.of(KafkaHeaders.DLT_ORIGINAL_TOPIC, "__streams.errors.topic");
    private static final List<String> CAUSE_HEADERS = List.of(
            KafkaHeaders.DLT_EXCEPTION_CAUSE_FQCN,
            KafkaHeaders.DLT_EXCEPTION_MESSAGE,
            "__streams.errors.exception",
            "__streams.errors.message");

    private DeadLetterReader() {}

    static DeadLetter read(ConsumerRecord<byte[], byte[]> letter) {
        var tree = tree(letter.value());
        var job = name(tree.path("sample").path("jobId"), tree.path("jobId"));
        var cause = String.join(": ", headers(letter, CAUSE_HEADERS)).replace("\0", "");
        return new DeadLetter(
                letter.topic(),
                letter.partition(),
                letter.offset(),
                headers(letter, TOPIC_HEADERS).stream()
                        .findFirst()
                        .orElse(letter.topic()
                                .substring(0, letter.topic().length() - Topics.DEAD_LETTER_SUFFIX.length())),
                letter.key(),
                letter.value(),
                cause.isEmpty() ? null : cause,
                subject(letter, tree, job),
                job,
                tree.path("sample").isObject() && name(tree.path("sample").path("seedSet")) == null,
                Instant.ofEpochMilli(letter.timestamp()));
    }

    private static UUID subject(ConsumerRecord<byte[], byte[]> letter, JsonNode tree, @Nullable String job) {
        var sample = name(tree.path("sample").path("id"));
        if (sample != null) {
            return Key.of(sample);
        }
        var seed = name(tree.path("seed").path("id"));
        if (seed != null) {
            return Key.of(Hash.of("seed", job, seed));
        }
        var key = letter.key() == null ? "" : new String(letter.key(), StandardCharsets.UTF_8);
        boolean ofSample = letter.topic().startsWith("samples.") && !key.isEmpty();
        return Key.of(ofSample ? key : Hash.of("letter", letter.topic(), letter.partition() + ":" + letter.offset()));
    }

    private static JsonNode tree(byte @Nullable [] value) {
        try {
            return value == null ? NullNode.getInstance() : Wire.MAPPER.readTree(value);
        } catch (JacksonException e) {
            return NullNode.getInstance();
        }
    }

    private static @Nullable String name(JsonNode... nodes) {
        return Stream.of(nodes)
                .filter(JsonNode::isString)
                .map(JsonNode::stringValue)
                .filter(DeadLetterReader::fits)
                .findFirst()
                .orElse(null);
    }

    private static boolean fits(String name) {
        try {
            Origin.fitting("name", name);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static List<String> headers(ConsumerRecord<byte[], byte[]> letter, List<String> names) {
        return names.stream()
                .map(letter.headers()::lastHeader)
                .filter(header -> header != null && header.value() != null)
                .map(header -> new String(header.value(), StandardCharsets.UTF_8))
                .toList();
    }
}
