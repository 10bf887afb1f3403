package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A real model as the teacher of problems whose worked solutions are taken away: what it yields, and what that costs. */
final class RealTeacher {

    private static final String RECIPE = "math-solved";

    /** The ways to a template by a teacher, as operators of the recipe. */
    private static final List<String> WAYS = List.of("solved", "taught");

    private static final Set<String> BESIDE = Set.of("annotated", "variants");
    private static final String SETTING = "--infinimill.generator.teachers.default.";
    private static final Set<String> OPTIONS = Set.of(
            "gguf",
            "onnx",
            "url",
            "model",
            "slots",
            "threads",
            "context",
            "seeds",
            "count",
            "ways",
            "attempts",
            "max-tokens",
            "temperature",
            "price-in",
            "price-out",
            "show");

    private final Options options;
    private final ApiClient api;

    private RealTeacher(Options options, ApiClient api) {
        this.options = options;
        this.api = api;
    }

    static void run(List<String> arguments) throws IOException, InterruptedException {
        var named = new HashSet<>(OPTIONS);
        named.addAll(Installation.OPTIONS);
        var options = Options.parse(arguments, named, Set.of("no-schema"));
        var seeds = stripped(
                options.file("seeds")
                        .orElseThrow(() -> new IllegalArgumentException(
                                "which problems? teach-real --seeds FILE, in the format of GSM8K")),
                options.number("count", 200));
        ways(options);
        var settings = settings(options);
        Figures.machine();
        Installation.during(
                options, settings, installation -> new RealTeacher(options, installation.api()).measure(seeds));
    }

    private static List<String> settings(Options options) {
        var settings = new ArrayList<>(List.of(
                SETTING + "price-in=" + options.text("price-in", "0"),
                SETTING + "price-out=" + options.text("price-out", "0")));
        options.find("model").ifPresent(model -> settings.add(SETTING + "model=" + model));
        options.find("url").ifPresent(url -> settings.add(SETTING + "url=" + url));
        settings.add(SETTING + "abilities.schema=" + !options.has("no-schema"));
        for (var format : List.of("gguf", "onnx")) {
            options.file(format).ifPresent(file -> settings.add(SETTING + format + "=" + file.toAbsolutePath()));
        }
        if (options.find("url").isEmpty()) {
            settings.add(SETTING + "in-process.slots=" + options.number("slots", 2));
            options.find("threads").ifPresent(threads -> settings.add(SETTING + "in-process.threads=" + threads));
            settings.add(SETTING + "in-process.context=" + options.number("context", 4096));
        }
        return settings;
    }

    /** The first problems with nothing left of their solutions but the answer. */
    private static List<String> stripped(Path file, int count) throws IOException {
        var seeds = new ArrayList<String>();
        try (var lines = Files.lines(file)) {
            for (var line : (Iterable<String>) lines.limit(count)::iterator) {
                if (Wire.MAPPER.readTree(line) instanceof ObjectNode problem) {
                    var answer = problem.path("answer").asString();
                    problem.put("answer", answer.substring(Math.max(0, answer.lastIndexOf("####"))));
                    seeds.add(Wire.MAPPER.writeValueAsString(problem));
                }
            }
        }
        return seeds;
    }

    private void measure(List<String> seeds) throws IOException, InterruptedException {
        var teacher = api.get("/teachers/default");
        Figures.heading("Problems without solutions, taught by %s (%s)"
                .formatted(teacher.path("model").asString(), teacher.path("url").asString()));
        var set = SeedFile.upload(api, "stripped-" + Long.toString(System.currentTimeMillis(), 36), "gsm8k", seeds);
        var job = JobRun.follow(api, Map.of("recipe", recipe(), "seedSet", set, "dataset", set));
        var problems = job.templates() + job.refused();
        var templates = templates(set);
        var spending = job.job().path("spending");
        Figures.share("templates verified", job.templates(), problems, "of the problems");
        for (var way : ways(options)) {
            var ours =
                    templates.stream().filter(template -> isFrom(way, template)).toList();
            long mended = ours.stream().filter(RealTeacher::isMended).count();
            Figures.share("  %s, as replied".formatted(way), ours.size() - mended, problems, "");
            Figures.share("  %s, added by the bug-fix round".formatted(way), mended, problems, "");
        }
        Figures.share("refused", job.refused(), problems, "by the last fault of each:");
        job.reasons("generate", problems, "");
        cost(job, spending);
        Figures.count("samples accepted", job.samples("accepted"), "two instances of each template at most");
        job.requireBalance();
        templates.stream().limit(options.number("show", 5)).forEach(RealTeacher::show);
    }

    private static void cost(JobRun job, JsonNode spending) {
        long in = spending.path("tokensIn").asLong();
        long out = spending.path("tokensOut").asLong();
        Figures.count("requests", spending.path("asked").asLong(), "answered by the teacher");
        Figures.count("tokens in", in, "");
        Figures.count("tokens out", out, "%.1f a second".formatted(out / job.seconds()));
        for (var share : spending.path("teachers")) {
            Figures.figure(
                    "ledger: stage %s, teacher %s"
                            .formatted(
                                    share.path("stage").asString(),
                                    share.path("teacher").asString()),
                    share.path("money").asString(),
                    share.toString());
        }
        Figures.figure("time", "%.1f s".formatted(job.seconds()), "");
    }

    private static List<String> ways(Options options) {
        var ways = List.of(options.text("ways", "taught").split(","));
        if (!WAYS.containsAll(ways)) {
            throw new IllegalArgumentException("ways is %s; known: %s".formatted(ways, String.join(", ", WAYS)));
        }
        return ways;
    }

    private JsonNode recipe() throws IOException, InterruptedException {
        var ways = ways(options);
        var recipe = (ObjectNode) api.get("/recipes/" + RECIPE);
        recipe.put("name", RECIPE + "-real");
        var shipped = recipe.path("generate");
        var uses = recipe.putArray("generate");
        for (var use : shipped) {
            var operator = use.path("operator").asString();
            if (use.path("parameters") instanceof ObjectNode parameters && ways.contains(operator)) {
                parameters.put("max-tokens", options.number("max-tokens", 384));
                parameters.put("temperature", Double.parseDouble(options.text("temperature", "0.2")));
                parameters.put("attempts", options.number("attempts", 1));
                uses.add(use);
            } else if (use.path("parameters") instanceof ObjectNode parameters && BESIDE.contains(operator)) {
                if (parameters.has("most")) {
                    parameters.put("most", 2);
                }
                uses.add(use);
            }
        }
        return recipe;
    }

    private static boolean isFrom(String way, JsonNode template) {
        return template.at("/verification/operator")
                .asString("")
                .toLowerCase(Locale.ROOT)
                .startsWith(way + "[");
    }

    private List<JsonNode> templates(String set) throws IOException, InterruptedException {
        var templates = new ArrayList<JsonNode>();
        var next = "";
        do {
            var page = api.get("/templates?seedSet=" + set + (next.isEmpty() ? "" : "&cursor=" + next));
            page.path("items").forEach(templates::add);
            next = page.path("next").asString("");
        } while (!next.isEmpty());
        return templates;
    }

    private static boolean isMended(JsonNode template) {
        return template.at("/verification/teaching/correction").isObject();
    }

    private static void show(JsonNode template) {
        Figures.say("");
        Figures.say("  " + template.path("generalQuestion").asString());
        Figures.say(template.path("program").asString().indent(4).stripTrailing());
    }
}
