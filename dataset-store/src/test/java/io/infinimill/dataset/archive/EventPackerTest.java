package io.infinimill.dataset.archive;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.dataset.TestEvents;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventPackerTest {

    private static final UUID ID = Key.of("00112233445566778899aabbccddeeff");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sample\":{\"id\":\"00112233445566778899aabbccddeeff\",\"question\":\"Wie viele Äpfel? 🍎\"}}",
                "{\"sample\": {\"id\" : \"00112233445566778899aabbccddeeff\"}}",
                "{\"sample\":{\"id\":\"mine\"},\"id\":\"\"}",
                "{\"other\":{\"id\":\"\"},\"sample\":{\"id\":\"00112233445566778899aabbccddeeff\"}}",
                "{\"text\":\"\\\"id\\\":\\\"00112233445566778899aabbccddeeff\\\"\"}",
                "{}"
            })
    void an_event_comes_back_byte_for_byte(String json) {
        var event = json.getBytes(StandardCharsets.UTF_8);
        var example = TestEvents.judged(TestEvents.sample(1, 0));
        try (var packer = new EventPacker(3);
                var unpacker = new EventUnpacker()) {
            packer.relateTo(example);
            assertThat(unpacker.unpack(packer.pack(event, ID), example, ID)).isEqualTo(event);
        }
    }

    @Test
    void an_instance_of_a_template_takes_a_tenth_of_its_event() {
        var example = TestEvents.judged(TestEvents.sample(1, 0));
        var sample = TestEvents.sample(1, 17);
        var event = TestEvents.judged(sample);
        try (var packer = new EventPacker(3)) {
            packer.relateTo(example);
            assertThat(packer.pack(event, Key.of(sample.id())).length).isLessThan(event.length / 10);
        }
    }
}
