package io.infinimill.bench;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** Counts how often an answer is what an independent computation gives, and keeps what to read where it is not. */
final class Agreement {

    private final List<String> disagreements = new ArrayList<>();
    private final Map<String, String> unpaired = new TreeMap<>();
    private long unpairedInstances;
    private final Set<String> templates = new HashSet<>();
    private final Set<String> wrongTemplates = new HashSet<>();
    private long compared;
    private long agreeing;
    private long moved;

    void compare(JsonNode seed, JsonNode sample, BigDecimal expected) {
        var template = sample.path("templateId").asString();
        var answer = sample.path("answer").asString();
        compared++;
        templates.add(template);
        if (!matches(seed.path("answer").asString(), expected)) {
            moved++;
        }
        if (matches(answer, expected)) {
            agreeing++;
            return;
        }
        if (wrongTemplates.add(template)) {
            disagreements.add("""
                        template %s
                        problem   %s
                        solution  %s
                        changed   %s
                        the product says %s, the other computation %s
                    """.formatted(
                            template,
                            seed.path("question").asString(),
                            seed.path("solution").asString().replace("\n", "\n          "),
                            sample.path("question").asString(),
                            answer,
                            expected.stripTrailingZeros().toPlainString()));
        }
    }

    /** An instance whose text is not that of the problem with other numbers. */
    void unpaired(JsonNode seed, JsonNode sample) {
        unpairedInstances++;
        var problem = seed.path("question").asString();
        unpaired.putIfAbsent(
                problem, """
                    problem   %s
                    changed   %s
                """.formatted(problem, sample.path("question").asString()));
    }

    void report(int shown) {
        Figures.share("answers that agree", agreeing, compared, "of the instances compared");
        Figures.share("instances with another answer", moved, compared, "than the problem's own, of those compared");
        Figures.share(
                "templates that agree",
                templates.size() - wrongTemplates.size(),
                templates.size(),
                "in all their instances, of the templates compared");
        Figures.count(
                "instances not compared",
                unpairedInstances,
                "of %d templates: their text is not the problem's with other numbers".formatted(unpaired.size()));
        unpaired.values().stream().limit(shown).forEach(Figures::say);
        disagreements.stream().limit(shown).forEach(Figures::say);
        if (disagreements.size() > shown) {
            Figures.say("    ... and %d more templates; --show N prints more".formatted(disagreements.size() - shown));
        }
    }

    /** A whole number exactly, another within 1e-4 of itself: answers are printed rounded. */
    private static boolean matches(String answer, BigDecimal expected) {
        try {
            var given = new BigDecimal(answer.replace(",", ""));
            var tolerance = expected.abs().movePointLeft(4);
            return Formula.equal(given, expected)
                    || (!isWhole(expected) && given.subtract(expected).abs().compareTo(tolerance) <= 0);
        } catch (NumberFormatException noNumber) {
            return false;
        }
    }

    private static boolean isWhole(BigDecimal value) {
        return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0;
    }
}
