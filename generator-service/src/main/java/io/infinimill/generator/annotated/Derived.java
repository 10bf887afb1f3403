package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Expression;
import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.annotated.TextNumber.Form;
import java.util.ArrayList;
import java.util.List;

/** What a solution may silently make of a number of the question: a part of a hundred, a complement, another unit. */
final class Derived {

    private static final int UNIT_REACH = 24;

    private Derived() {}

    static List<Candidate> of(int index, Problem problem, String solution) {
        var number = problem.numbers.get(index);
        var q = "q" + index;
        List<Candidate> forms = new ArrayList<>();
        if (number.percent()) {
            add(forms, q + " / 100", 0.6);
            add(forms, "(100 - " + q + ") / 100", -0.6);
            add(forms, "(100 + " + q + ") / 100", -0.6);
            add(forms, "100 - " + q, -0.8);
            add(forms, "100 + " + q, -0.8);
        } else if (number.form() == Form.NUMERATOR && index + 1 < problem.numbers.size()) {
            var d = "q" + (index + 1);
            add(forms, q + " / " + d, 0.6);
            add(forms, "(" + d + " - " + q + ") / " + d, 0);
            add(forms, d + " - " + q, -1);
            add(forms, "1 + " + q + " / " + d, -0.4);
            add(forms, d + " + " + q, -1.4);
            add(forms, d + " / " + q, -0.8);
            add(forms, "100 * " + q + " / " + d, -0.8);
        } else if (number.form() != Form.DENOMINATOR) {
            units(number, q, problem, solution, forms);
            if (number.value().compareTo(Rational.ONE) < 0) {
                add(forms, "1 - " + q, -0.5);
                add(forms, "1 + " + q, -0.8);
            }
        }
        return forms;
    }

    private static void units(TextNumber number, String q, Problem problem, String solution, List<Candidate> forms) {
        int end = Math.min(problem.lower.length(), number.end() + UNIT_REACH);
        var unit = (number.money() ? "$ " : "") + problem.lower.substring(number.end(), end);
        var anywhere = problem.lower + " " + solution;
        for (var conversion : Conversions.ALL) {
            var factor = conversion.factor().toString();
            if (conversion.large().matcher(unit).find()
                    && conversion.small().matcher(anywhere).find()) {
                add(forms, q + " * " + factor, -0.8);
            }
            if (conversion.small().matcher(unit).find()
                    && !conversion.anything()
                    && conversion.large().matcher(anywhere).find()) {
                add(forms, q + " / " + factor, -0.8);
                add(forms, factor + " / " + q, -1.5);
            }
        }
    }

    private static void add(List<Candidate> forms, String expression, double score) {
        forms.add(new Candidate(Expression.parse(expression), score, null));
    }
}
