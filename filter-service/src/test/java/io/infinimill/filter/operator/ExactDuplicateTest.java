package io.infinimill.filter.operator;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.filter.Samples;
import io.infinimill.model.Sample;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExactDuplicateTest {

    private static final Map<String, BigDecimal> VALUES = Map.of("a", new BigDecimal("2"), "b", new BigDecimal("3"));
    private static final Sample ONE = sample("one", "dataset", "t", VALUES, List.of("a", "b"), Sample.WORKED, "One?");

    @Test
    void theSameInstanceInOtherWordsIsADuplicate() {
        var scaled = Map.of("b", new BigDecimal("3.00"), "a", new BigDecimal("2.0"));

        assertThat(fingerprint(sample("two", "dataset", "t", scaled, List.of("b", "a"), Sample.WORKED, "Two?")))
                .isEqualTo(fingerprint(ONE));
    }

    @Test
    void anotherDatasetTemplateNumberSubstitutionOrStyleIsNot() {
        var others = List.of(
                sample("2", "other", "t", VALUES, List.of("a", "b"), Sample.WORKED, "One?"),
                sample("2", "dataset", "u", VALUES, List.of("a", "b"), Sample.WORKED, "One?"),
                sample("2", "dataset", "t", Map.of("a", BigDecimal.TEN), List.of("a", "b"), Sample.WORKED, "One?"),
                sample("2", "dataset", "t", VALUES, List.of("a"), Sample.WORKED, "One?"),
                sample("2", "dataset", "t", VALUES, List.of("a", "b"), Sample.PROGRAM, "One?"));

        assertThat(others).allSatisfy(other -> assertThat(fingerprint(other)).isNotEqualTo(fingerprint(ONE)));
    }

    @Test
    void withoutTemplateTheTextDecidesButForCaseAndSpace() {
        var text = Samples.text("How many  coins?", "Two.", "2");

        assertThat(fingerprint(text)).isEqualTo(fingerprint(Samples.text(" how many coins?", "two.", "2")));
        assertThat(fingerprint(text)).isNotEqualTo(fingerprint(Samples.text("How many coins?", "Three.", "3")));
    }

    private static String fingerprint(Sample sample) {
        return new ExactDuplicate().fingerprint(sample);
    }

    private static Sample sample(
            String id,
            String dataset,
            @Nullable String template,
            Map<String, BigDecimal> values,
            List<String> substituted,
            String style,
            String question) {
        var like = Samples.text(question, "solution", "2");
        return new Sample(
                id,
                "job",
                dataset,
                Sample.MATH,
                null,
                null,
                template,
                values,
                substituted,
                0,
                question,
                style,
                null,
                "solution",
                "2",
                like.provenance());
    }
}
