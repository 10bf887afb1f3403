package io.infinimill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Whether templates are right for other numbers than those they were verified with. */
final class Precision {

    private static final int INSTANCES = 5;
    private static final int SHOWN = 10;

    private Precision() {}

    static void run(List<String> arguments) throws IOException, InterruptedException {
        var named =
                new HashSet<>(Set.of("svamp", "gsm8k", "from", "lines", "instances", "show", "print", "seed", "blind"));
        named.addAll(Installation.OPTIONS);
        var options = Options.parse(arguments, named, Set.of("json"));
        var svamp = options.file("svamp");
        var gsm8k = options.file("gsm8k");
        if (svamp.isEmpty() && gsm8k.isEmpty()) {
            throw new IllegalArgumentException("which file? --svamp dev.csv, --gsm8k train.jsonl, or both");
        }
        Figures.machine();
        Installation.during(options, installation -> {
            if (options.has("print")) {
                read(installation, options);
                return;
            }
            var instances = options.number("instances", INSTANCES);
            var shown = options.number("show", SHOWN);
            if (svamp.isPresent()) {
                GoldEquations.read(svamp.get()).compare(installation.api(), instances, shown);
            }
            if (gsm8k.isPresent()) {
                Recomputation.compare(installation.api(), lines(gsm8k.get(), options), instances, shown);
            }
        });
    }

    private static void read(Installation installation, Options options) throws IOException, InterruptedException {
        var gsm8k = options.file("gsm8k");
        var lines = gsm8k.isPresent()
                ? lines(gsm8k.get(), options)
                : GoldEquations.read(options.file("svamp").orElseThrow()).lines();
        var harvest = Harvest.of(
                installation.api(),
                gsm8k.isPresent() ? "gsm8k" : "svamp",
                lines,
                options.number("instances", INSTANCES));
        var reading = new Reading(harvest, options.number("print", 0), options.number("seed", 1));
        var blind = options.find("blind");
        if (blind.isPresent()) {
            reading.write(Path.of(blind.get()));
        } else {
            reading.print(options.has("json"));
        }
    }

    /** From a line on, numbered from 1. */
    private static List<String> lines(Path file, Options options) throws IOException {
        try (var lines = Files.lines(file)) {
            return lines.skip(options.number("from", 1) - 1L)
                    .limit(options.number("lines", Integer.MAX_VALUE))
                    .toList();
        }
    }
}
