package io.infinimill.generator.annotated;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Keeps who is first where a question speaks of an order: the slowest month stays the slowest, a price that is marked
 * down stays the lower, those who are both stay among each.
 */
final class Orders {

    private static final Pattern RANKED = Pattern.compile(
            "\\b(?:(?:busi|slow|fast|quick|tall|short|young|old|eld|high|low|larg|small|bigg|long|heavi|light|few|cheap|great"
                    + "|strong|weak|rich|poor|hott|warm|cold|cool|clos|near|far|farth|new|late|earli|thick|thin|wid|deep|hard|easi"
                    + "|wealthi|pretti|popul)(?:e?st)|(?<!at )(?:most|least)(?! of)|best|worst|maximum|minimum|neither|(?:do|does|did|are|"
                    + "is|have|has|had|like|likes|liked|play|plays|need|needs|both|use|uses|own|owns|speak|take|takes|study) both"
                    + "|both\\b[^.?!,]{1,40} and)\\b");

    private static final Pattern REPRICED = Pattern.compile(
            "\\b(?:mark\\w*|reduc\\w+|lower\\w*|dropp?\\w*|discount\\w*|sale|rais\\w+|increas\\w+|instead|used to|original\\w*"
                    + "|regular\\w*|normal\\w*|usual\\w*|now|cheaper)\\b");

    /** Said of a number: those who are both are no more than those who are one. */
    private static final Pattern BOTH = Pattern.compile("\\G[^.?!,;]{0,40}\\bboth\\b");

    /** Before a number: it is the lesser. */
    private static final Pattern ONLY = Pattern.compile("\\bonly (?:[a-z]+ )?\\$?$");

    private static final String MONEY = "$";

    private final Sizes sizes;
    private final Map<String, List<Sizes.Size>> kinds = new LinkedHashMap<>();

    private Orders(Sizes sizes) {
        this.sizes = sizes;
    }

    static void add(Sizes sizes) {
        var orders = new Orders(sizes);
        orders.lesser();
        if (ranks(sizes.problem)) {
            orders.numbers();
            orders.steps();
            orders.kinds.values().forEach(orders::keep);
            orders.overlaps();
        } else if (REPRICED.matcher(sizes.problem.lower).find()) {
            orders.numbers();
            orders.keep(orders.kinds.getOrDefault(MONEY, List.of()));
        }
    }

    /** Whether a question asks for the first or last of something. */
    static boolean ranks(Problem problem) {
        return RANKED.matcher(problem.lower).find();
    }

    private void numbers() {
        for (int i = 0; i < sizes.problem.numbers.size(); i++) {
            var number = sizes.problem.numbers.get(i);
            var right = sizes.problem.right(i);
            if (number.count() && !right.isEmpty() && sizes.problem.original(i) == i) {
                add(right.getFirst(), sizes.number(i));
            } else if (number.money()) {
                add(MONEY, sizes.number(i));
            }
        }
    }

    private void steps() {
        for (int step : sizes.reading.steps().keySet()) {
            var unit = sizes.unit(step);
            if (!unit.isEmpty() && step != sizes.reading.answer()) {
                add(unit.getFirst(), sizes.step(step));
            }
        }
    }

    /** What is only so much is less than others of its kind. */
    private void lesser() {
        var problem = sizes.problem;
        for (int less = 0; less < problem.numbers.size(); less++) {
            var number = problem.numbers.get(less);
            if (number.count()
                    && ONLY.matcher(problem.lower.substring(0, number.start())).find()) {
                for (int more = 0; more < problem.numbers.size(); more++) {
                    if (problem.numbers.get(more).count() && problem.alike(less, more)) {
                        sizes.keep(sizes.number(less), "<", sizes.number(more));
                    }
                }
            }
        }
    }

    private void overlaps() {
        var numbers = sizes.problem.numbers;
        for (int both = 0; both < numbers.size(); both++) {
            if (numbers.get(both).count()
                    && BOTH.matcher(sizes.problem.lower).find(numbers.get(both).end())) {
                for (int one = 0; one < numbers.size(); one++) {
                    if (numbers.get(one).count()) {
                        sizes.keep(sizes.number(both), "<", sizes.number(one));
                    }
                }
            }
        }
    }

    private void add(String kind, Sizes.Size size) {
        kinds.computeIfAbsent(kind, _ -> new ArrayList<>()).add(size);
    }

    /** Of a row of sizes, each with the next. */
    private void keep(List<Sizes.Size> kind) {
        var row = kind.stream().sorted(Comparator.comparing(Sizes.Size::value)).toList();
        for (int i = 1; i < row.size(); i++) {
            sizes.keep(row.get(i - 1), row.get(i - 1).value().equals(row.get(i).value()) ? "<=" : "<", row.get(i));
        }
    }
}
