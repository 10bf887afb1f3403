package io.infinimill.generator.taught;

import io.infinimill.arithmetic.Condition;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.scale.ProgramNames;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import io.infinimill.model.Verification;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Makes a template of a teacher's proposal, as far as that can be judged without running the program. */
final class Draft {

    private final Seed seed;
    private final Proposal proposal;
    private final Map<String, BigDecimal> values = new LinkedHashMap<>();

    Draft(Seed seed, Proposal proposal) {
        this.seed = seed;
        this.proposal = proposal;
    }

    /** The template with the program as the teacher wrote it, and its steps where it is plain arithmetic. */
    Template template(String operator) throws Unfit {
        for (var variable : proposal.variables()) {
            if (!ProgramNames.legal(variable.name()) || values.put(variable.name(), variable.value()) != null) {
                throw new Unfit("bad_name", "'%s' cannot name a variable, or names two".formatted(variable.name()));
            }
            if (variable.integer() && variable.value().stripTrailingZeros().scale() > 0) {
                throw new Unfit(
                        "value_not_whole",
                        "%s is an integer with the value %s".formatted(variable.name(), variable.value()));
            }
        }
        var source = Source.of(proposal.program());
        if (!ProgramNames.legal(source.function())) {
            throw new Unfit("bad_name", "'%s' cannot name the function".formatted(source.function()));
        }
        constants(source);
        var question = MaskedQuestion.of(seed.question(), proposal.generalQuestion(), values);
        if (!new HashSet<>(source.parameters()).equals(values.keySet())) {
            throw new Unfit(
                    "parameters_differ",
                    "the function's parameters are %s, the variables %s"
                            .formatted(source.parameters(), values.keySet()));
        }
        if (!question.places().keySet().equals(values.keySet())) {
            var missing = new TreeSet<>(values.keySet());
            missing.removeAll(question.places().keySet());
            throw new Unfit(
                    "variable_not_in_question", "the general question has no placeholder for %s".formatted(missing));
        }
        return template(source, question, operator);
    }

    private void constants(Source source) throws Unfit {
        var asked = Numbers.digits(seed.question());
        asked.addAll(values.values());
        var answer = seed.answer() == null ? null : new BigDecimal(seed.answer());
        for (var literal : source.literals()) {
            if (!Constants.explained(literal, seed.question())) {
                var shown = literal.toPlainString();
                if (Constants.holds(asked, literal)) {
                    throw new Unfit(
                            "constant_in_program",
                            "the number %s of the problem stands in the program instead of a variable"
                                    .formatted(shown));
                }
                if (answer != null && answer.compareTo(literal) == 0) {
                    throw new Unfit("answer_in_program", "the answer %s stands in the program".formatted(shown));
                }
                throw new Unfit(
                        "unexplained_constant",
                        "nothing in the problem explains the number %s of the program".formatted(shown));
            }
        }
        if (values.keySet().stream().noneMatch(source.names()::contains)) {
            throw new Unfit("constant_program", "the program uses none of its variables");
        }
    }

    private Template template(Source source, MaskedQuestion question, String operator) {
        var ordered = source.parameters().stream()
                .map(name -> proposal.variables().stream()
                        .filter(variable -> variable.name().equals(name))
                        .findFirst()
                        .orElseThrow())
                .toList();
        var computation = Computation.of(source, values);
        var conditions = new ArrayList<>(criteria());
        proposal.variables().forEach(variable -> conditions.addAll(limits(variable)));
        computation.ifPresent(steps -> conditions.addAll(steps.conditions()));
        return new Template(
                Template.id(question.text(), source.text()),
                question.text(),
                source.function(),
                source.text(),
                ordered.stream().map(Draft::variable).toList(),
                computation.map(Computation::steps).orElse(List.of()),
                conditions.stream().distinct().toList(),
                computation.map(Computation::workedText).orElse(null),
                computation.map(Computation::answer).orElse(null),
                seed,
                new Verification("proposed", operator, seed.answer(), null));
    }

    /** Without a range: one is inferred from the problem, and the teacher's stands among the conditions. */
    private static Variable variable(Proposal.Quantity variable) {
        var value = variable.value().stripTrailingZeros();
        var plain = value.scale() < 0 ? value.setScale(0) : value;
        return new Variable(
                variable.name(),
                variable.integer() ? Variable.INTEGER : Variable.DECIMAL,
                variable.unit(),
                plain,
                plain,
                BigDecimal.ONE,
                plain,
                variable.needed() ? Variable.USED : Variable.UNUSED);
    }

    private static List<String> limits(Proposal.Quantity variable) {
        var value = variable.value();
        if (variable.min().compareTo(value) > 0 || variable.max().compareTo(value) < 0) {
            return List.of();
        }
        return List.of(limit(variable.name(), ">=", variable.min()), limit(variable.name(), "<=", variable.max()));
    }

    private static String limit(String name, String operator, BigDecimal bound) {
        return Condition.parse("%s %s %s".formatted(name, operator, bound.toPlainString()))
                .toString();
    }

    /** Those of the teacher's criteria that can be read, and hold in the problem itself. */
    private List<String> criteria() {
        Map<String, Rational> exact = values.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> Rational.of(entry.getValue())));
        var criteria = new ArrayList<String>();
        for (var criterion : proposal.criteria()) {
            if (holds(criterion, exact)) {
                criteria.add(Condition.parse(criterion).toString());
            }
        }
        return criteria;
    }

    private static boolean holds(String criterion, Map<String, Rational> exact) {
        try {
            return Condition.parse(criterion).holds(exact);
        } catch (IllegalArgumentException | ArithmeticException unreadable) {
            return false;
        }
    }
}
