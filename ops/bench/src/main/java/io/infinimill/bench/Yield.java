package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** How many problems of a file become verified templates, and why the others do not. */
final class Yield {

    private static final String MATHQA = "mathqa";

    private final ApiClient api;
    private final String run = Long.toString(System.currentTimeMillis(), 36);

    private Yield(ApiClient api) {
        this.api = api;
    }

    static void run(List<String> arguments) throws IOException, InterruptedException {
        var named = new HashSet<>(Set.of("format"));
        named.addAll(Installation.OPTIONS);
        var options = Options.parse(arguments, named, Set.of());
        var file = options.file(Options.WORD)
                .orElseThrow(() -> new IllegalArgumentException("which file? bench yield FILE --format F"));
        var format = options.find("format")
                .orElseThrow(() -> new IllegalArgumentException("which format? gsm8k, jsonl, mathqa or svamp"));
        Figures.machine();
        Installation.during(options, installation -> {
            var yield = new Yield(installation.api());
            var templates = yield.measure(file, format);
            if (format.equals(MATHQA)) {
                yield.measureWithoutKeys(file, templates);
            }
        });
    }

    private long measure(Path file, String format) throws IOException, InterruptedException {
        Figures.heading(
                "Templates from %s, recipe %s with one instance each".formatted(file.getFileName(), Recipes.SHIPPED));
        var job = follow(SeedFile.upload(api, "yield-" + run, format, file));
        var problems = job.templates() + job.refused();
        Figures.share("templates verified", job.templates(), problems, "of the problems stored");
        Figures.share("refused", job.refused(), problems, "");
        job.reasons("generate", problems, "");
        Figures.share("instances accepted", job.samples("accepted"), job.templates(), "of the templates, own numbers");
        job.reasons("filter", job.templates(), "");
        job.reasons("judge", job.templates(), "");
        Figures.figure(
                "time",
                "%.1f s".formatted(job.seconds()),
                "%s problems/s, samples filtered, judged and stored"
                        .formatted(Figures.grouped(problems / job.seconds())));
        job.requireBalance();
        return job.templates();
    }

    /** The keys are noisy; without a key a program is executed and then refused for having nothing to agree with. */
    private void measureWithoutKeys(Path file, long templates) throws IOException, InterruptedException {
        Figures.heading("The same problems with their keys taken away");
        var lines = new ArrayList<String>();
        for (var line : Files.readAllLines(file)) {
            if (Wire.MAPPER.readTree(line) instanceof ObjectNode problem) {
                problem.put("options", "a ) none").put("correct", "a");
                lines.add(Wire.MAPPER.writeValueAsString(problem));
            }
        }
        var job = follow(SeedFile.upload(api, "keyless-" + run, MATHQA, lines));
        var problems = job.templates() + job.refused();
        var executed = job.reason("no_known_answer");
        Figures.share("programs that execute", executed, problems, "whatever the key says");
        Figures.share("agree with the key", templates, executed, "templates verified, of those programs");
        job.reasons("generate", problems, "");
    }

    private JobRun follow(String seedSet) throws IOException, InterruptedException {
        return JobRun.follow(api, Map.of("recipe", Recipes.most(api, 1), "seedSet", seedSet, "dataset", seedSet));
    }
}
