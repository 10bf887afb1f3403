package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Conditions that keep a part within its whole where no subtraction does. */
final class Bounds {

    private static final Rational LEAST = Rational.of(2);
    private static final Rational HUNDRED = Rational.of(100);

    static final Set<String> PEOPLE = Set.copyOf(Words.stems(
            "students pupils people persons children kids boys girls men women adults teachers members employees workers"
                    + " guests passengers players residents voters customers patients friends siblings brothers sisters sons"
                    + " daughters classmates cousins roommates"));

    private final Problem problem;
    private final Reading reading;
    private final Sizes sizes;

    private Bounds(Sizes sizes) {
        this.problem = sizes.problem;
        this.reading = sizes.reading;
        this.sizes = sizes;
    }

    static void add(Sizes sizes) {
        var bounds = new Bounds(sizes);
        for (int i = 0; i < sizes.problem.numbers.size(); i++) {
            var number = sizes.problem.numbers.get(i);
            if (sizes.reading.variables().contains(i)
                    && number.plain()
                    && !number.percent()
                    && number.value().compareTo(LEAST) > 0) {
                bounds.answer(i);
            }
        }
        bounds.people();
        bounds.percents();
    }

    /** Of the things that are asked for there were no more than a number of them. */
    private void answer(int variable) {
        var asked = Words.set(new Naming(problem).question());
        if (things(variable).stream().anyMatch(asked::contains)) {
            sizes.within(sizes.step(reading.answer()), sizes.number(variable));
        }
    }

    /** The girls of a class are no more than its pupils; who outnumbers whom stays as it is. */
    private void people() {
        for (int number = 0; number < problem.numbers.size(); number++) {
            for (int other = 0; other < problem.numbers.size(); other++) {
                if (counts(number) && counts(other)) {
                    sizes.within(sizes.number(number), sizes.number(other));
                }
            }
        }
    }

    private boolean counts(int number) {
        return problem.numbers.get(number).plain()
                && !problem.numbers.get(number).percent()
                && problem.original(number) == number
                && things(number).stream().anyMatch(PEOPLE::contains);
    }

    private Set<String> things(int number) {
        return new HashSet<>(Words.first(problem.right(number), 2));
    }

    /** Shares of one whole stay within it. */
    private void percents() {
        List<String> terms = new ArrayList<>();
        var sum = Rational.ZERO;
        for (int i = 0; i < problem.numbers.size(); i++) {
            if (problem.numbers.get(i).percent() && problem.original(i) == i) {
                terms.add(sizes.number(i).name());
                sum = sum.plus(problem.numbers.get(i).value());
            }
        }
        if (terms.size() > 1 && sum.compareTo(HUNDRED) <= 0) {
            sizes.require(String.join(" + ", terms) + " <= 100");
        }
    }
}
