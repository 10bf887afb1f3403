package io.infinimill.generator.taught;

import io.infinimill.arithmetic.AnswerMatch;
import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.scale.Ranges;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import io.infinimill.program.Program;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The runs that a proposed template must stand: the problem's own numbers give the known answer, and each variable that
 * is needed changes it.
 *
 * @param template as proposed
 * @param sets the problem's numbers, then each variable changed alone in several ways, then all together
 */
public record Trial(Template template, List<Map<String, Number>> sets) {

    private static final int CHANGES = 4;
    private static final int JOINT = 3;

    public static Trial of(Template template) {
        var sets = new ArrayList<Map<String, Number>>();
        sets.add(values(template, (variable, index) -> variable.value()));
        for (var changed : template.variables()) {
            for (int i = 0; i < CHANGES; i++) {
                int change = i;
                sets.add(values(
                        template,
                        (variable, index) ->
                                variable.equals(changed) ? changed(variable.value(), change) : variable.value()));
            }
        }
        for (int i = 0; i < JOINT; i++) {
            int change = i;
            sets.add(values(template, (variable, index) -> changed(variable.value(), change + index)));
        }
        return new Trial(template, sets);
    }

    public Call call() {
        return new Call(new Program(template.program(), template.function()), sets);
    }

    /** Reason codes: {@code program_*} of the outcome, {@code no_known_answer wrong_answer variable_without_effect}. */
    public @Nullable Refused fault(List<Outcome> outcomes) {
        var expected = template.seed().answer();
        if (expected == null) {
            return new Refused("no_known_answer", "the seed has no answer to compare with");
        }
        switch (outcomes.getFirst()) {
            case Outcome.Failed(String reason, String detail) -> {
                return new Refused("program_" + reason, detail);
            }
            case Outcome.Returned(BigDecimal value, Map<String, BigDecimal> _) -> {
                if (!AnswerMatch.matches(new BigDecimal(expected), value)) {
                    return new Refused(
                            "wrong_answer",
                            "with the problem's numbers the program returns %s, and the answer is %s"
                                    .formatted(value.toPlainString(), expected));
                }
                return withoutEffect(value, outcomes);
            }
        }
    }

    private @Nullable Refused withoutEffect(BigDecimal original, List<Outcome> outcomes) {
        for (int i = 0; i < template.variables().size(); i++) {
            var variable = template.variables().get(i);
            if (variable.role().equals(Variable.USED) && !hasEffect(i, original, outcomes)) {
                return new Refused(
                        "variable_without_effect",
                        "the answer stays %s whatever %s is, which is said to be needed"
                                .formatted(original.toPlainString(), variable.name()));
            }
        }
        return null;
    }

    private boolean hasEffect(int variable, BigDecimal original, List<Outcome> outcomes) {
        return outcomes.subList(1 + variable * CHANGES, 1 + (variable + 1) * CHANGES).stream()
                .anyMatch(outcome -> outcome instanceof Outcome.Returned(BigDecimal value, Map<String, BigDecimal> _)
                        && value.compareTo(original) != 0);
    }

    /**
     * The template as it is kept, still to be executed: with ranges, and where its steps say the same as its program, with
     * the program in our own form.
     */
    public Template settled(List<Outcome> outcomes) {
        var roles = new ArrayList<Variable>();
        var original = ((Outcome.Returned) outcomes.getFirst()).value();
        for (int i = 0; i < template.variables().size(); i++) {
            roles.add(role(template.variables().get(i), hasEffect(i, original, outcomes)));
        }
        boolean exact = template.answer() != null && agrees(outcomes);
        return Ranges.infer(new Template(
                template.id(),
                template.generalQuestion(),
                template.function(),
                template.program(),
                roles,
                exact ? template.steps() : List.of(),
                exact ? template.conditions() : onlyVariables(),
                exact ? template.solution() : null,
                exact ? template.answer() : null,
                template.seed(),
                template.verification()));
    }

    private List<String> onlyVariables() {
        var names = template.variables().stream().map(Variable::name).toList();
        return template.conditions().stream()
                .filter(condition ->
                        names.containsAll(Condition.parse(condition).names()))
                .toList();
    }

    /** Whether the exact steps give what the program gives, on every set of numbers that it could compute. */
    private boolean agrees(List<Outcome> outcomes) {
        for (int i = 0; i < sets.size(); i++) {
            if (outcomes.get(i) instanceof Outcome.Returned(BigDecimal value, Map<String, BigDecimal> _)) {
                var exact = exact(sets.get(i));
                if (exact == null || !AnswerMatch.matches(exact, value)) {
                    return false;
                }
            }
        }
        return true;
    }

    private @Nullable BigDecimal exact(Map<String, Number> set) {
        var known = new HashMap<String, Rational>();
        set.forEach((name, value) -> known.put(name, Rational.of(new BigDecimal(value.toString()))));
        try {
            template.steps()
                    .forEach(step -> known.put(
                            step.name(), Expression.parse(step.expression()).evaluate(known)));
            var answer = known.get(template.answer());
            return answer == null ? null : answer.toDecimal(15);
        } catch (ArithmeticException e) {
            return null;
        }
    }

    private static Variable role(Variable variable, boolean effect) {
        return new Variable(
                variable.name(),
                variable.type(),
                variable.unit(),
                variable.min(),
                variable.max(),
                variable.step(),
                variable.value(),
                effect ? Variable.USED : Variable.UNUSED);
    }

    private interface Choice {
        BigDecimal of(Variable variable, int index);
    }

    private static Map<String, Number> values(Template template, Choice choice) {
        var values = new LinkedHashMap<String, Number>();
        for (int i = 0; i < template.variables().size(); i++) {
            values.put(
                    template.variables().get(i).name(),
                    choice.of(template.variables().get(i), i));
        }
        return values;
    }

    /** Larger, several times larger, and smaller: a minimum, a remainder or a step function shows in one of them. */
    static BigDecimal changed(BigDecimal value, int change) {
        return switch (change % CHANGES) {
            case 0 -> value.add(BigDecimal.ONE);
            case 1 -> value.multiply(BigDecimal.valueOf(2)).add(BigDecimal.ONE);
            case 2 -> value.multiply(BigDecimal.valueOf(3)).add(BigDecimal.valueOf(5));
            default -> value.compareTo(BigDecimal.ONE) > 0 ? value.subtract(BigDecimal.ONE) : value.add(BigDecimal.TEN);
        };
    }
}
