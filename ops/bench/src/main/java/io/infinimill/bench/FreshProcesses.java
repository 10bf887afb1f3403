package io.infinimill.bench;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The peer that most Python pipelines use: a fresh CPython process per program, without confinement. It gets the same
 * programs in the same run.
 */
final class FreshProcesses {

    private static final int PROGRAMS = 500;
    private static final String SCRIPT = "peers/fresh_process.py";

    private FreshProcesses() {}

    static void measure(int runs) throws IOException, InterruptedException {
        var file = Files.createTempFile("programs-", ".jsonl");
        try {
            Files.write(file, programs());
            Figures.heading("The peer: a fresh CPython process per program, not confined");
            var rates = new double[runs];
            var interpreter = "";
            for (var i = -1; i < runs; i++) {
                var result = Wire.MAPPER.readTree(output(file));
                interpreter = result.path("interpreter").asString("");
                rates[Math.max(0, i)] = PROGRAMS / result.path("seconds").asDouble();
            }
            var rate = Spread.of(rates);
            Figures.figure(
                    "different programs, stand-alone",
                    Figures.grouped(rate.median()) + "/s",
                    "%s; %s; %d a run, one at a time per core".formatted(rate.range(), interpreter, PROGRAMS));
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> programs() {
        var lines = new ArrayList<String>();
        for (var i = 0; i < PROGRAMS; i++) {
            var line = Map.of(
                    "source", ProgramTexts.standalone(i), "answer", Integer.toString(ProgramTexts.answer(i, 12)));
            lines.add(Wire.MAPPER.writeValueAsString(line));
        }
        return lines;
    }

    private static byte[] output(Path programs) throws IOException, InterruptedException {
        var folder = System.getProperty("infinimill.bench", "ops/bench");
        var process = new ProcessBuilder(
                        "/usr/bin/python3", Path.of(folder, SCRIPT).toString(), programs.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var output = process.getInputStream().readAllBytes();
        if (process.waitFor() != 0) {
            throw new IOException("the peer %s ended with status %d".formatted(SCRIPT, process.exitValue()));
        }
        return output;
    }
}
