package io.infinimill.standalone;

import static java.util.Objects.requireNonNullElse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A first run through the API: a job on the shipped seeds, a version of what it gave, the version as a file. */
final class Demo {

    private static final String SEED_SET = "primer";
    private static final String RECIPE = "math-annotated";
    private static final String DATASET = "demo";
    private static final int TARGET = 2000;
    private static final Set<String> ENDED = Set.of("completed", "failed", "cancelled");
    private static final int POLL_MILLIS = 250;
    private static final Duration STALLED = Duration.ofMinutes(2);

    private final ApiClient api;
    private final Path folder;
    private final Progress progress = new Progress(System.out);

    private Demo(ApiClient api, Path folder) {
        this.api = api;
        this.folder = folder;
    }

    /** Arguments: the server's address, the folder for the export. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            new Demo(new ApiClient(arguments[0], firstKey()), Path.of(arguments[1])).run();
        } catch (IOException failure) {
            System.err.println(failure.getMessage());
            System.exit(1);
        }
    }

    private static @Nullable String firstKey() {
        var keys = requireNonNullElse(System.getenv("INFINIMILL_API_KEYS"), "");
        return keys.isBlank() ? null : keys.split(",")[0].strip();
    }

    private void run() throws IOException, InterruptedException {
        var seeds = api.get("/seed-sets/" + SEED_SET);
        say("Seed set %s: %s problems with worked solutions"
                .formatted(SEED_SET, seeds.path("seeds").asString("?")));
        var job = finish(submit());
        counts(job);
        var version =
                api.post("/datasets/%s/versions".formatted(DATASET), Map.of("note", "Demo, job " + text(job, "id")));
        var number = version.path("number").asInt();
        say("Version %d of dataset %s, content hash %s".formatted(number, DATASET, text(version, "contentHash")));
        var file = export(number);
        sample(number);
        say("");
        say("Exported to %s".formatted(file));
    }

    private JsonNode submit() throws IOException, InterruptedException {
        var job =
                api.post("/jobs", Map.of("recipe", RECIPE, "seedSet", SEED_SET, "dataset", DATASET, "target", TARGET));
        say("Job %s: recipe %s, %d accepted samples wanted".formatted(text(job, "id"), RECIPE, TARGET));
        return job;
    }

    private JsonNode finish(JsonNode submitted) throws IOException, InterruptedException {
        var id = text(submitted, "id");
        var job = submitted;
        var moved = System.nanoTime();
        while (!ENDED.contains(text(job, "state"))
                || job.path("samples").path("inFlight").asLong() > 0) {
            Thread.sleep(POLL_MILLIS);
            var shown = job;
            job = api.get("/jobs/" + id);
            progress.show(line(job));
            moved = counted(job).equals(counted(shown)) ? moved : System.nanoTime();
            if (System.nanoTime() - moved > STALLED.toNanos()) {
                throw new IOException("Job %s has not moved for %d s: %s\nMaybe ./infinimill logs says why."
                        .formatted(id, STALLED.toSeconds(), line(job)));
            }
        }
        progress.end();
        if (!text(job, "state").equals("completed")) {
            throw new IOException("Job %s is %s: %s".formatted(id, text(job, "state"), text(job, "message")));
        }
        return job;
    }

    private static List<JsonNode> counted(JsonNode job) {
        return List.of(job.path("seeds"), job.path("samples"));
    }

    private static String line(JsonNode job) {
        var samples = job.path("samples");
        return "%s: %d templates, %d seeds refused; %d of %d samples accepted, %d rejected, %.0f a second"
                .formatted(
                        text(job, "state"),
                        job.path("seeds").path("decoupled").asLong(),
                        job.path("seeds").path("refused").asLong(),
                        samples.path("accepted").asLong(),
                        TARGET,
                        samples.path("rejected").asLong(),
                        job.path("rate").asDouble(0));
    }

    private static void counts(JsonNode job) {
        var samples = job.path("samples");
        say("Generated %d = accepted %d + rejected %d + dead-lettered %d + in flight %d"
                .formatted(
                        samples.path("generated").asLong(),
                        samples.path("accepted").asLong(),
                        samples.path("rejected").asLong(),
                        samples.path("deadLettered").asLong(),
                        samples.path("inFlight").asLong()));
        for (var reason : job.path("reasons")) {
            say("  rejected %6d  %s, %s: %s"
                    .formatted(
                            reason.path("count").asLong(),
                            text(reason, "stage"),
                            text(reason, "operator"),
                            text(reason, "reason")));
        }
    }

    private Path export(int version) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        var file = folder.resolve("%s-v%d.messages.jsonl".formatted(DATASET, version));
        api.download("/datasets/%s/versions/%d/exports/messages".formatted(DATASET, version), file);
        return file;
    }

    private void sample(int version) throws IOException, InterruptedException {
        var first = api.get("/datasets/%s/versions/%d/samples".formatted(DATASET, version))
                .path("items")
                .path(0);
        say("");
        say("One of its samples:");
        say("  " + text(first.path("sample"), "question").replace("\n", "\n  "));
        say("");
        say("  " + text(first, "response").replace("\n", "\n  "));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asString("");
    }

    private static void say(String line) {
        System.out.println(line);
    }
}
