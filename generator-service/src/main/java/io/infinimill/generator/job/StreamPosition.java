package io.infinimill.generator.job;

import io.infinimill.generator.web.InvalidRequest;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How far a stream of accepted samples was read: the next offset per partition, written {@code 0:17,1:4}. */
record StreamPosition(Map<Integer, Long> offsets) {

    StreamPosition {
        offsets = new TreeMap<>(offsets);
    }

    static StreamPosition parse(String text) {
        try {
            var offsets = new TreeMap<Integer, Long>();
            for (var part : text.split(",")) {
                var pair = part.split(":");
                offsets.put(Integer.valueOf(pair[0]), Long.valueOf(pair[1]));
            }
            return new StreamPosition(offsets);
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            throw new InvalidRequest("Last-Event-ID '%s' is none of this stream's".formatted(text));
        }
    }

    @Override
    public String toString() {
        return offsets.entrySet().stream()
                .map(entry -> entry.getKey() + ":" + entry.getValue())
                .collect(Collectors.joining(","));
    }
}
