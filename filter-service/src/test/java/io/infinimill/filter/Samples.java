package io.infinimill.filter;

import io.infinimill.model.JobSubmitted;
import io.infinimill.model.OperatorUse;
import io.infinimill.model.Provenance;
import io.infinimill.model.Recipe;
import io.infinimill.model.Sample;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.model.TemplateVerified;
import io.infinimill.model.Verification;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Samples, templates and jobs of tests. */
public final class Samples {

    public static final String QUESTION = "Mara has 23 coins and buys 5 stamps at 3 coins each. How many are left?";

    private Samples() {}

    public static Sample instance(String id, @Nullable String templateId, int coins) {
        return instance(id, "dataset", Sample.MATH, Sample.WORKED, templateId, coins);
    }

    public static Sample instance(String id, String dataset, String kind, String style) {
        return instance(id, dataset, kind, style, null, 23);
    }

    private static Sample instance(
            String id, String dataset, String kind, String style, @Nullable String templateId, int coins) {
        return new Sample(
                id,
                "job",
                dataset,
                kind,
                null,
                null,
                templateId,
                Map.of("coins", BigDecimal.valueOf(coins)),
                List.of(),
                0,
                QUESTION,
                style,
                null,
                "She pays 5 * 3 = 15 coins.",
                "8",
                new Provenance("recipe", List.of()));
    }

    public static Sample text(String question, String solution, @Nullable String answer) {
        return new Sample(
                "text",
                "job",
                "dataset",
                Sample.MATH,
                null,
                null,
                null,
                null,
                null,
                null,
                question,
                Sample.WORKED,
                null,
                solution,
                answer,
                new Provenance("recipe", List.of()));
    }

    public static JobSubmitted job(OperatorUse... filters) {
        var recipe = new Recipe("recipe", null, List.of(), List.of(filters), List.of());
        return new JobSubmitted("job", recipe, "hash", null, "dataset", null);
    }

    public static OperatorUse use(String operator, Map<String, Object> parameters) {
        return new OperatorUse(operator, parameters);
    }

    public static TemplateVerified announced(String id, String generalQuestion) {
        return new TemplateVerified(
                "job",
                "dataset",
                new Template(
                        id,
                        generalQuestion,
                        "f",
                        "def f(): pass",
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        Seed.of("set", "jsonl", "q", "8", null),
                        new Verification("executed", "annotated", "8", "8")));
    }
}
