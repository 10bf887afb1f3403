package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.Instance;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.model.Verification;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlausibilityTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "9,    12,   12,                 -",
                "9,    12,   12.0,               -",
                "9,    12,   11.999999999999998, -",
                "2.5,  0.3,  0.30000000000000004,-",
                "9,    12,   13,                 wrong_output",
                "9,    12,   12.0001,            wrong_output",
                "9,    0,    1e-12,              wrong_output",
                "9,    12,   None,               output_not_a_number",
                "9,    12,   '',                 output_not_a_number",
                "9,    2.5,  2.5,                answer_not_whole",
                "9,    -3,   -3,                 answer_negative",
                "-4,   -3,   -3,                 -",
                "0.25, 1.5,  1.5,                -",
                "9,    -,    7.5,                answer_not_whole",
                "9,    -,    7,                  -"
            })
    void findsTheFirstFault(String original, @Nullable String exact, String output, @Nullable String fault) {
        var known = Problems.muffins();
        var template = new Template(
                known.id(),
                known.generalQuestion(),
                known.function(),
                known.program(),
                known.variables(),
                known.steps(),
                known.conditions(),
                known.solution(),
                known.answer(),
                Seed.of("tests", "jsonl", "?", original, null),
                new Verification("executed", "test", original, original));
        var instance = new Instance(1, Map.of(), List.of(), "program", "?", "", null, exact);

        assertThat(Plausibility.fault(template, instance, output)).isEqualTo(fault);
    }
}
