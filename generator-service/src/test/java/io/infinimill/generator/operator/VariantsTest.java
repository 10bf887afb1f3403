package io.infinimill.generator.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.scale.Ranges;
import io.infinimill.model.Seed;
import io.infinimill.model.Step;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.model.Verification;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {

    @Test
    void givesAtMostSoManyInstancesOfTheStyle() {
        var instances =
                new Variants("both", true, 2, 25, 7).instances(shelves()).toList();

        assertThat(instances).hasSize(25).allMatch(instance -> instance.style().equals("both"));
        assertThat(instances.getFirst().question())
                .isEqualTo("There are 6 shelves with 20 books each. How many books are there?");
        assertThat(instances.getFirst().answer()).isEqualTo("120");
    }

    @Test
    void endsWhereTheTemplateIsExhausted() {
        assertThat(new Variants("program", true, 1, 1_000_000, 7)
                        .instances(shelves())
                        .count())
                .isBetween(50L, 1000L);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    prose   | 1 | 5 | answer is 'prose'; known: program, worked, both
                    program | 0 | 5 | forms is 0 and must be at least 1, and 1 where answer is worked: worked text has no forms
                    worked  | 2 | 5 | forms is 2 and must be at least 1, and 1 where answer is worked: worked text has no forms
                    program | 1 | 0 | most is 0 and must be at least 1
                    """)
    void refusesImpossibleParameters(String answer, int forms, int most, String message) {
        assertThatThrownBy(() -> new Variants(answer, true, forms, most, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    private static Template shelves() {
        return Ranges.infer(new Template(
                "shelves",
                "There are {shelves} shelves with {books} books each. How many books are there?",
                "all_books",
                "",
                List.of(variable("shelves", "6"), variable("books", "20")),
                List.of(new Step("total", "shelves * books", "integer", "books", "books on all shelves")),
                List.of(),
                null,
                "total",
                Seed.of(
                        "tests",
                        "jsonl",
                        "There are 6 shelves with 20 books each. How many books are there?",
                        "120",
                        null),
                new Verification("executed", "test", "120", "120")));
    }

    private static Variable variable(String name, String value) {
        var number = new BigDecimal(value);
        return new Variable(name, Variable.INTEGER, name, number, number, BigDecimal.ONE, number, Variable.USED);
    }
}
