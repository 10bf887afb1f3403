package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** GSM8K's annotations, recomputed on changed numbers where nothing in the problem can be mistaken. */
final class Recomputation {

    private final Harvest harvest;
    private final Agreement agreement = new Agreement();
    private final HashSet<String> plain = new HashSet<>();

    private Recomputation(Harvest harvest) {
        this.harvest = harvest;
    }

    static void compare(ApiClient api, List<String> problems, int instances, int shown)
            throws IOException, InterruptedException {
        Figures.heading("GSM8K: the annotated computations, redone on changed numbers");
        var recomputation = new Recomputation(Harvest.of(api, "gsm8k", problems, instances));
        recomputation.run();
        Figures.share(
                "templates of unmistakable problems",
                recomputation.plain.size(),
                recomputation.harvest.templates().size(),
                "all numbers and results distinct, all constants plain");
        recomputation.agreement.report(shown);
    }

    private void run() {
        harvest.instances().forEach((template, samples) -> samples.forEach(sample -> compare(template, sample)));
    }

    private void compare(String template, JsonNode sample) {
        var seed = harvest.seed(template);
        var question = seed.path("question").asString();
        var pair = TextPair.of(question, sample.path("question").asString());
        if (pair.isEmpty()) {
            agreement.unpaired(seed, sample);
            return;
        }
        var chain = WorkedChain.of(
                question,
                pair.get().before(),
                seed.path("solution").asString(),
                seed.path("answer").asString());
        if (chain.isPresent()) {
            plain.add(template);
            agreement.compare(seed, sample, chain.get().recompute(pair.get().after()));
        }
    }
}
