package io.infinimill.dataset.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.dataset.TestEvents;
import io.infinimill.dataset.archive.Key;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeadLetterReaderTest {

    @Test
    void a_sample_is_known_by_its_id_and_job() {
        var sample = TestEvents.sample(1, 1);
        var letter = DeadLetterReader.read(
                letter("samples.filtered-dlt", "k", new String(TestEvents.judged(sample), StandardCharsets.UTF_8), 4));
        assertThat(letter.subject()).isEqualTo(Key.of(sample.id()));
        assertThat(letter.job()).isEqualTo(TestEvents.JOB);
        assertThat(letter.topic()).isEqualTo("samples.filtered");
    }

    @Test
    void a_seed_is_known_by_its_job_and_id() {
        var one = DeadLetterReader.read(seed("j1", "s1", 1));
        assertThat(one.subject())
                .isEqualTo(DeadLetterReader.read(seed("j1", "s1", 2)).subject());
        assertThat(one.subject())
                .isNotEqualTo(DeadLetterReader.read(seed("j2", "s1", 3)).subject());
        assertThat(one.job()).isEqualTo("j1");
    }

    @Test
    void an_unreadable_sample_is_known_by_its_key_and_anything_else_by_its_place() {
        assertThat(DeadLetterReader.read(letter("samples.judged-dlt", "k", "{", 1))
                        .subject())
                .isEqualTo(Key.of("k"));
        var one = DeadLetterReader.read(letter("seeds.submitted-dlt", "k", "{", 1));
        assertThat(one.subject())
                .isNotEqualTo(DeadLetterReader.read(letter("seeds.submitted-dlt", "k", "{", 2))
                        .subject());
        assertThat(one.job()).isNull();
        assertThat(DeadLetterReader.read(letter("samples.judged-dlt", "k", null, 1))
                        .value())
                .isNull();
    }

    @Test
    void names_that_the_database_cannot_hold_are_left_out() {
        var letter = DeadLetterReader.read(letter("seeds.submitted-dlt", "k", "{\"jobId\":\"a\\u0000b\"}", 1));
        assertThat(letter.job()).isNull();
    }

    @Test
    void topic_and_cause_come_from_the_headers() {
        var spring = letter("samples.filtered-dlt", "k", "{", 1);
        spring.headers().add("kafka_dlt-original-topic", bytes("samples.other"));
        spring.headers().add("kafka_dlt-exception-message", bytes("no answer"));
        assertThat(DeadLetterReader.read(spring).topic()).isEqualTo("samples.other");
        assertThat(DeadLetterReader.read(spring).cause()).isEqualTo("no answer");

        var streams = letter("samples.generated-dlt", "k", "{", 1);
        streams.headers().add("__streams.errors.exception", bytes("X"));
        streams.headers().add("__streams.errors.message", bytes("bad"));
        assertThat(DeadLetterReader.read(streams).cause()).isEqualTo("X: bad");
    }

    private static ConsumerRecord<byte[], byte[]> seed(String job, String seed, long offset) {
        return letter(
                "seeds.submitted-dlt", "k", "{\"jobId\":\"%s\",\"seed\":{\"id\":\"%s\"}}".formatted(job, seed), offset);
    }

    private static ConsumerRecord<byte[], byte[]> letter(
            String topic, String key, @Nullable String value, long offset) {
        return new ConsumerRecord<>(topic, 0, offset, bytes(key), value == null ? null : bytes(value));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
