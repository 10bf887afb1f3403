package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The whole path: seeds to a job, a version and its exports. */
final class SamplePath {

    private static final int TARGET = 20_000;
    private static final String SHIPPED_SEEDS = "primer";
    private static final List<String> FORMATS = List.of("jsonl", "messages", "alpaca");

    private final ApiClient api;
    private final String dataset = "bench-" + Long.toString(System.currentTimeMillis(), 36);

    private SamplePath(ApiClient api) {
        this.api = api;
    }

    static void run(List<String> arguments) throws IOException, InterruptedException {
        var named = new HashSet<>(Set.of("seeds", "format", "target"));
        named.addAll(Installation.OPTIONS);
        var options = Options.parse(arguments, named, Set.of());
        var seeds = options.file("seeds");
        Figures.machine();
        Installation.during(
                options,
                installation -> new SamplePath(installation.api())
                        .run(
                                installation.home(),
                                seeds,
                                options.text("format", "gsm8k"),
                                options.number("target", TARGET)));
    }

    private void run(Optional<Path> home, Optional<Path> seeds, String format, int target)
            throws IOException, InterruptedException {
        Figures.heading("The path, recipe %s, target %s accepted samples".formatted(Recipes.SHIPPED, target));
        var seedSet = seeds.isPresent() ? SeedFile.upload(api, dataset, format, seeds.get()) : SHIPPED_SEEDS;
        var before = home.isPresent() ? StoredBytes.of(home.get()) : null;
        try (var memory = home.map(MemoryWatch::new).orElse(null)) {
            var job = JobRun.follow(
                    api, Map.of("recipe", Recipes.SHIPPED, "seedSet", seedSet, "dataset", dataset, "target", target));
            report(job);
            if (home.isPresent() && before != null) {
                report(job, StoredBytes.of(home.get()).minus(before));
            }
            commitAndExport();
            report(memory);
            job.requireBalance();
        }
        Figures.say("  generated = accepted + rejected + dead-lettered, and nothing is in flight");
    }

    private static void report(JobRun job) {
        var seeds = job.templates() + job.refused();
        var generated = job.samples("generated");
        Figures.share("templates verified", job.templates(), seeds, "of the seeds that the job got to");
        Figures.count("samples generated", generated, "refused seeds included");
        Figures.count("accepted", job.samples("accepted"), "");
        Figures.count("rejected", job.samples("rejected"), "");
        job.reasons("", generated, "of generated");
        Figures.count("dead-lettered", job.samples("deadLettered"), "");
        Figures.figure("wall time", "%.1f s".formatted(job.seconds()), "from submission until nothing is in flight");
        Figures.figure(
                "until the first accepted sample",
                "%.1f s".formatted(job.first().toMillis() / 1000.0),
                "");
        Figures.figure(
                "accepted samples",
                Figures.grouped(job.samples("accepted") / job.seconds()) + "/s",
                "end to end, templates included");
    }

    private static void report(JobRun job, StoredBytes bytes) throws IOException {
        var stored = bytes.accepted() + bytes.rejected();
        if (bytes.accepted() != job.samples("accepted") || bytes.rejected() != job.samples("rejected")) {
            throw new IOException("the job says %d accepted and %d rejected, the tables have %d and %d"
                    .formatted(job.samples("accepted"), job.samples("rejected"), bytes.accepted(), bytes.rejected()));
        }
        perSample("PostgreSQL, dataset schema", bytes.tables(), stored, "without indexes");
        perSample("PostgreSQL, dataset schema", bytes.tables() + bytes.indexes(), stored, "with indexes");
        perSample("PostgreSQL, other schemas", bytes.others(), stored, "with indexes");
        perSample("Kafka, segments of all topics", bytes.kafka(), stored, "as long as they are kept");
    }

    private static void perSample(String what, long bytes, long samples, String how) {
        Figures.figure(
                what,
                Figures.grouped((double) bytes / samples) + " B/sample",
                "%s; %s in all".formatted(how, Figures.megabytes(bytes)));
    }

    private void commitAndExport() throws IOException, InterruptedException {
        var start = System.nanoTime();
        var version = api.post("/datasets/%s/versions".formatted(dataset), Map.of("note", "benchmark"));
        var samples = version.path("summary").path("samples").asLong();
        Figures.figure("version committed", seconds(start), "%s samples".formatted(Figures.grouped(samples)));
        for (var format : FORMATS) {
            export(version.path("number").asInt(), format, samples, "first time, made and sent");
            export(version.path("number").asInt(), format, samples, "again");
        }
    }

    private void export(int version, String format, long samples, String how) throws IOException, InterruptedException {
        var file = Files.createTempFile("export-", "." + format);
        try {
            var start = System.nanoTime();
            api.download("/datasets/%s/versions/%d/exports/%s".formatted(dataset, version, format), file);
            var seconds = (System.nanoTime() - start) / 1e9;
            var bytes = Files.size(file);
            Figures.figure(
                    "export " + format,
                    "%s samples/s".formatted(Figures.grouped(samples / seconds)),
                    "%s/s, %s; %s".formatted(Figures.megabytes(bytes / seconds), Figures.megabytes(bytes), how));
        } finally {
            Files.delete(file);
        }
    }

    private static void report(@Nullable MemoryWatch memory) {
        if (memory == null) {
            return;
        }
        memory.peaks()
                .forEach((kind, use) -> Figures.figure(
                        "peak memory, " + kind.text(),
                        Figures.megabytes(use.highWater()),
                        "VmHWM, up to %d processes; %s with shared pages counted once"
                                .formatted(use.processes(), Figures.megabytes(use.proportional()))));
    }

    private static String seconds(long start) {
        return "%.2f s".formatted((System.nanoTime() - start) / 1e9);
    }
}
