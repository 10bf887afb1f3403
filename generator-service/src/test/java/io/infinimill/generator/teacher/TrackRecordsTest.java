package io.infinimill.generator.teacher;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TestGenerator;
import io.infinimill.generator.TrackRecord;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class TrackRecordsTest {

    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @Test
    void whatIsStoredFadesLikeTheRecordItself() {
        try (var generator = new TestGenerator()) {
            var records = generator.bean(TrackRecords.class);
            var expected = TrackRecord.NONE;
            for (int i = 0; i < 5; i++) {
                records.add("one", "prompt", "sums", i % 2 == 0, new BigDecimal("0.5"), 100);
                expected = expected.after(i % 2 == 0, new BigDecimal("0.5"), 100);
            }
            records.add("one", "prompt", "other", false, BigDecimal.ONE, 1);
            records.add("two", "prompt", "sums", false, BigDecimal.ONE, 1);

            var found = records.find("prompt", "sums", List.of("one", "three"));

            assertThat(found).containsOnlyKeys("one");
            var one = Objects.requireNonNull(found.get("one"));
            assertThat(one.tried()).isCloseTo(expected.tried(), CLOSE);
            assertThat(one.succeeded()).isCloseTo(expected.succeeded(), CLOSE);
            assertThat(one.money()).isCloseTo(expected.money(), CLOSE);
            assertThat(one.tokens()).isCloseTo(expected.tokens(), CLOSE);
        }
    }
}
