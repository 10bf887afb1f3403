package io.infinimill.generator.job;

import io.infinimill.generator.teacher.Spending.Budget;
import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.generator.web.Shown;
import io.infinimill.operator.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a user asks for.
 *
 * @param recipe a shipped recipe's name, or a recipe
 * @param seedSet null for a job whose seeds come over Kafka
 * @param target accepted samples, at least 1, or null for as many as the seeds give
 * @param budget what teachers may cost, or null
 * @param probe how many seeds to work before the job begins, to see what they cost, or null
 */
record JobRequest(
        JsonNode recipe,
        @Nullable String seedSet,
        String dataset,
        @Nullable Long target,
        @Nullable Budget budget,
        @Nullable Integer probe) {

    private static final List<String> FIELDS = List.of("recipe", "seedSet", "dataset", "target", "budget", "probe");
    private static final int MOST_PROBED = 100;
    private static final Set<String> LIMITS = Set.of("tokens", "money");
    private static final Pattern DATASET = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");

    /** @throws InvalidRequest naming the field that is unknown, missing or of the wrong kind */
    static JobRequest read(JsonNode body) {
        if (!(body instanceof ObjectNode request)) {
            throw new InvalidRequest(
                    "a job is a JSON object with %s, not %s".formatted(String.join(", ", FIELDS), Shown.quoted(body)));
        }
        for (var field : new ArrayList<>(request.propertyNames())) {
            if (!FIELDS.contains(field)) {
                throw new InvalidRequest("unknown field '%s'; known: %s%s"
                        .formatted(field, String.join(", ", FIELDS), Suggestion.of(field, FIELDS)));
            }
        }
        if (!request.hasNonNull("recipe")) {
            throw new InvalidRequest(
                    "field 'recipe' is missing: a shipped recipe's name, or a recipe. Maybe 'math-annotated'");
        }
        var dataset = text(request, "dataset");
        if (dataset == null || !DATASET.matcher(dataset).matches()) {
            throw new InvalidRequest(
                    "field 'dataset' is %s but wants lower-case letters, digits, '.', '_' and '-', at most 63"
                            .formatted(dataset == null ? "missing" : "'" + Shown.quoted(dataset) + "'"));
        }
        return new JobRequest(
                request.get("recipe"),
                text(request, "seedSet"),
                dataset,
                target(request.get("target")),
                budget(request.get("budget")),
                probe(request.get("probe"), text(request, "seedSet")));
    }

    private static @Nullable Integer probe(@Nullable JsonNode probe, @Nullable String seedSet) {
        if (probe == null || probe.isNull()) {
            return null;
        }
        if (!probe.isInt() || probe.asInt() < 1 || probe.asInt() > MOST_PROBED) {
            throw new InvalidRequest("field 'probe' wants a number of seeds from 1 to %d, but is %s"
                    .formatted(MOST_PROBED, Shown.quoted(probe)));
        }
        if (seedSet == null) {
            throw new InvalidRequest("field 'probe' wants a 'seedSet' whose first seeds are worked");
        }
        return probe.asInt();
    }

    private static @Nullable String text(ObjectNode request, String field) {
        var value = request.get(field);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isString()) {
            throw new InvalidRequest("field '%s' wants a string but is %s".formatted(field, Shown.quoted(value)));
        }
        return value.asString();
    }

    private static @Nullable Long target(@Nullable JsonNode target) {
        if (target == null || target.isNull()) {
            return null;
        }
        if (!target.canConvertToLong() || !target.isIntegralNumber() || target.asLong() < 1) {
            throw new InvalidRequest(
                    "field 'target' wants a whole number of at least 1 but is %s".formatted(Shown.quoted(target)));
        }
        return target.asLong();
    }

    /** @throws InvalidRequest unless it is {@code {tokens, money}}, one of them at least, both positive */
    static @Nullable Budget budget(@Nullable JsonNode budget) {
        if (budget == null || budget.isNull()) {
            return null;
        }
        if (!(budget instanceof ObjectNode limits)
                || limits.isEmpty()
                || !LIMITS.containsAll(limits.propertyNames())
                || limits.properties().stream()
                        .anyMatch(limit -> !limit.getValue().isNumber()
                                || limit.getValue().decimalValue().signum() <= 0)
                || (limits.has("tokens") && !limits.get("tokens").isIntegralNumber())) {
            throw new InvalidRequest(
                    "field 'budget' wants {\"tokens\": whole number, \"money\": number}, one of them or both, above 0, but is %s"
                            .formatted(budget));
        }
        return new Budget(
                limits.has("tokens") ? limits.get("tokens").asLong() : null,
                limits.has("money") ? limits.get("money").decimalValue() : null);
    }
}
