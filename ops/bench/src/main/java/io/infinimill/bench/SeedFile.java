package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Uploads of problems. */
final class SeedFile {

    private SeedFile() {}

    /** Uploads the file as a seed set of this name, prints what became of its lines, and returns the name. */
    static String upload(ApiClient api, String name, String format, Path file)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var report = api.upload("/seed-sets/%s?format=%s".formatted(name, format), file);
        Figures.count(
                "problems stored",
                report.path("accepted").asLong(),
                "%s as %s: %d duplicates, %d lines refused; %.1f s"
                        .formatted(
                                file.getFileName(),
                                format,
                                report.path("duplicates").asLong(),
                                report.path("rejectedLines").asLong(),
                                (System.nanoTime() - start) / 1e9));
        for (var line : report.path("rejected")) {
            Figures.say("    line %d: %s"
                    .formatted(line.path("line").asLong(), line.path("reason").asString()));
        }
        return name;
    }

    /** The same for problems that are no file yet. */
    static String upload(ApiClient api, String name, String format, List<String> lines)
            throws IOException, InterruptedException {
        var file = Files.createTempFile(name + "-", ".jsonl");
        try {
            Files.write(file, lines);
            return upload(api, name, format, file);
        } finally {
            Files.delete(file);
        }
    }
}
