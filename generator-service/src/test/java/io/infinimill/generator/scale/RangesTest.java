package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.arithmetic.Condition;
import io.infinimill.model.Template;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RangesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    She has {n} pens.                  | She has 7 pens.               | 7    | pens    | 4 to 16 by 1
                    She has {n} pen.                   | She has 1 pen.                | 1    | pens    | 1 to 1 by 1
                    She has {n} pens.                  | She has 2 pens.               | 2    | pens    | 2 to 6 by 1
                    She has {n} pens.                  | She has 40 pens.              | 40   | pens    | 20 to 80 by 5
                    She has {n} pens.                  | She has 3,000 pens.           | 3000 | pens    | 1500 to 6000 by 500
                    It is ${n}.                        | It is $4.50.                  | 4.5  | dollars | 2.5 to 9 by 0.5
                    It is ${n}.                        | It is $0.99.                  | 0.99 | dollars | 0.5 to 1.98 by 0.01
                    It is ${n}.                        | It is $1.                     | 1    | dollars | 1 to 4 by 1
                    It grows {n}%.                     | It grows 20%.                 | 20   | percent | 10 to 40 by 5
                    It grows {n}%.                     | It grows 7%.                  | 7    | percent | 4 to 14 by 1
                    It grows {n} percent.              | It grows 90 percent.          | 90   | percent | 45 to 95 by 5
                    It grows {n}%.                     | It grows 150%.                | 150  | percent | 105 to 300 by 5
                    It grows {n}%.                     | It grows 100%.                | 100  | percent | 100 to 100 by 1
                    He works {n} hours a day.          | He works 13 hours a day.      | 13   | hours   | 7 to 24 by 1
                    He works {n} days a week.          | He works 5 days a week.       | 5    | days    | 3 to 7 by 1
                    There are {n} days a week.         | There are 7 days a week.      | 7    | days    | 7 to 7 by 1
                    It takes {n} minutes.              | It takes 45 minutes.          | 45   | minutes | 25 to 60 by 5
                    Bo is {n} years old.               | Bo is 60 years old.           | 60   | years   | 30 to 100 by 1
                    It was in {n}.                     | It was in 1990.               | 1990 | years   | 1980 to 2000 by 1
                    He is in the {n}th row.            | He is in the 9th row.         | 9    | rows    | 9 to 9 by 1
                    A cart with {n} wheels.            | A cart with 4 wheels.         | 4    | wheels  | 4 to 4 by 1
                    He goes {n} a day.                 | He goes twice a day.          | 2    | times   | 2 to 2 by 1
                    He has a ${n} bill.                | He has a $5 bill.             | 5    | dollars | 5 to 5 by 1
                    He has 2 ${n} and 3 $5 bills.      | He has 2 $10 and 3 $5 bills.  | 10   | dollars | 10 to 10 by 1
                    She scored a {n}-point basket.     | She scored a 3-point basket.  | 3    | point   | 3 to 3 by 1
                    Her marks on the test were {n}, 8. | Her marks on the test were 60, 8. | 60 | marks | 30 to 100 by 5
                    He reads {n} nights a week.        | He reads 5 nights a week.     | 5    | nights  | 3 to 7 by 1
                    It weighs {n} kilograms.           | It weighs 2.4 kilograms.      | 2.4  | kilograms | 1.2 to 4.8 by 0.1
                    """)
    void staysNearTheOriginalAndWithinWhatTheUnitAllows(
            String general, String question, String value, String unit, String expected) {
        // Two further numbers give room, so that the range stays narrow.
        var template = Problems.template(
                general + " {x} {y}",
                question + " 51 71",
                List.of(
                        value.contains(".") ? Problems.decimal("n", unit, value) : Problems.variable("n", unit, value),
                        Problems.variable("x", "things", "51"),
                        Problems.variable("y", "things", "71")),
                List.of(Problems.step("total", "n + x + y", "decimal", "things", "the total")),
                null,
                null,
                "total");

        var variable = Ranges.infer(template).variables().getFirst();

        assertThat("%s to %s by %s"
                        .formatted(
                                ProgramText.literal(variable.min()),
                                ProgramText.literal(variable.max()),
                                ProgramText.literal(variable.step())))
                .isEqualTo(expected);
    }

    @Test
    void statesWhatTheNumbersCouldBreak() {
        assertThat(Ranges.infer(Problems.muffins()).conditions())
                .containsExactly("whole(boxes)", "baked > box", "boxes <= 90", "boxes >= 0.9");
        assertThat(Ranges.infer(Problems.orchard()).conditions())
                .containsExactly("left > 1", "now <= 11950", "now >= 119.5");
        assertThat(Ranges.infer(Problems.ferry()).conditions())
                .startsWith("part < parts", "part % 2 + parts % 2 > 0", "part % 3 + parts % 3 > 0")
                .containsSubsequence("whole(taken)", "cars * part > parts", "whole(per_trip)", "taken > trips");
        assertThat(Ranges.infer(Problems.ages()).conditions()).contains("aunt <= 100");
    }

    @Test
    void keepsTheOrderOfLargeAndSmall() {
        var template = Problems.template(
                "A large cup costs ${large} and a small one ${small}. What do both cost?",
                "A large cup costs $7 and a small one $5. What do both cost?",
                List.of(Problems.variable("large", "dollars", "7"), Problems.variable("small", "dollars", "5")),
                List.of(Problems.step("both", "large + small", "integer", "dollars", "cost of both")),
                null,
                null,
                "both");

        assertThat(Ranges.infer(template).conditions()).contains("small < large");
    }

    @ParameterizedTest
    @MethodSource("io.infinimill.generator.scale.Problems#all")
    void holdsForTheOriginalNumbers(Template problem) {
        var template = Ranges.infer(problem);
        var quantities = Quantities.of(template);
        var values = quantities.evaluate(quantities.original());

        assertThat(template.conditions()).allMatch(text -> Condition.parse(text).holds(values));
        assertThat(template.variables())
                .allMatch(variable -> Domain.of(variable).contains(variable.value()));
        assertThat(template.id()).isEqualTo(Template.id(template.generalQuestion(), template.program()));
    }

    @Test
    void isTheSameWhenRepeated() {
        assertThat(Ranges.infer(Ranges.infer(Problems.muffins()))).isEqualTo(Ranges.infer(Problems.muffins()));
    }
}
