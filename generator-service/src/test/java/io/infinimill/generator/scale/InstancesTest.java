package io.infinimill.generator.scale;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.Instance;
import io.infinimill.model.Template;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InstancesTest {

    static Stream<Arguments> problemsAndSeeds() {
        return Problems.all()
                .map(Ranges::infer)
                .flatMap(template -> Stream.of(1L, 22L, 333L, 4444L).map(seed -> Arguments.of(template, seed)));
    }

    @ParameterizedTest
    @MethodSource("problemsAndSeeds")
    void keepsRangesAndConditionsAndWholeCounts(Template template, long seed) {
        var quantities = Quantities.of(template);
        var instances =
                new Instances(template, "both", true, 1).stream(seed).limit(150).toList();

        assertThat(instances).hasSizeGreaterThanOrEqualTo(15);
        for (var instance : instances) {
            var exact = quantities.evaluate(instance.values());
            assertThat(quantities.conditions()).allMatch(condition -> condition.holds(exact));
            assertThat(quantities.variables())
                    .allMatch(variable -> Domain.of(variable)
                            .contains(instance.values().getOrDefault(variable.name(), BigDecimal.ZERO)));
            assertThat(template.steps()).allMatch(step -> {
                var value = exact.get(step.name());
                return value != null && value.signum() > 0 && (!step.integer() || value.isWhole());
            });
            assertThat(instance.answer()).isNotNull();
            assertThat(Plausibility.fault(template, instance, instance.answer() + "\n"))
                    .isNull();
            assertThat(instance.question()).doesNotContain("{");
        }
    }

    @Test
    void beginsWithTheSeedsOwnText() {
        var template = Ranges.infer(Problems.orchard());

        var first =
                new Instances(template, "both", true, 1).stream(1).findFirst().orElseThrow();

        assertThat(first.variant()).isZero();
        assertThat(first.question()).isEqualTo(template.seed().question());
        assertThat(first.solution()).isEqualTo(template.seed().solution());
        assertThat(first.answer()).isEqualTo("1195");
    }

    @Test
    void writesTheWorkedTextForTheNewNumbers() {
        var second = new Instances(Ranges.infer(Problems.muffins()), "worked", true, 1)
                .stream(1).skip(1).findFirst().orElseThrow();
        var values = second.values();
        var baked =
                values.getOrDefault("trays", BigDecimal.ZERO).multiply(values.getOrDefault("muffins", BigDecimal.ZERO));

        assertThat(second.solution())
                .isEqualTo("She bakes %s * %s = %s muffins.\nShe fills %s / %s = %s boxes."
                        .formatted(
                                values.get("trays"),
                                values.get("muffins"),
                                baked,
                                baked,
                                values.get("box"),
                                second.answer()));
    }

    @Test
    void isDistinctAndTheSameForTheSameSeed() {
        var template = Ranges.infer(Problems.ferry());
        var instances =
                new Instances(template, "program", true, 4).stream(3).limit(400).toList();

        assertThat(new HashSet<>(instances.stream().map(Instance::program).toList()))
                .hasSameSizeAs(instances);
        assertThat(instances.stream().map(Instance::variant)).isSorted().doesNotHaveDuplicates();
        assertThat(new Instances(template, "program", true, 4).stream(3).limit(400))
                .isEqualTo(instances);
        assertThat(new Instances(template, "program", true, 4)
                        .stream(3).skip(250).limit(150))
                .isEqualTo(instances.subList(250, 400));
        assertThat(new Instances(template, "program", true, 4).stream(4).limit(400))
                .isNotEqualTo(instances);
    }

    @Test
    void hasAsManyFormsAsThereAreSubsets() {
        var template = Ranges.infer(Problems.discount());

        assertThat(new Instances(template, "program", true, 9)
                        .stream(3).limit(4).map(Instance::substituted))
                .hasSize(4)
                .doesNotHaveDuplicates();
        assertThat(new Instances(template, "program", true, 9)
                        .stream(3).limit(8).map(Instance::question).distinct())
                .hasSize(2);
    }

    @Test
    void hasNothingToGiveWhereWorkedTextIsWantedAndThereIsNone() {
        assertThat(new Instances(Ranges.infer(Problems.discount()), "worked", true, 1).stream(1))
                .isEmpty();
    }

    @Test
    void leavesTheAnswerToTheProgramWhereThereAreNoSteps() {
        var known = Ranges.infer(Problems.discount());
        var template = new Template(
                "t",
                "What is {price} at {off}%?",
                "f",
                "def f(price, off):\n    return price * off\n",
                known.variables(),
                List.of(),
                List.of("price > off"),
                null,
                null,
                known.seed(),
                known.verification());

        assertThat(new Instances(template, "program", false, 1).stream(1).limit(20))
                .hasSize(20)
                .allMatch(instance ->
                        instance.answer() == null && instance.program().contains("print(f(price="));
    }
}
