package io.infinimill.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Prints figures, a line each: what, how much, and how it was measured. */
final class Figures {

    private Figures() {}

    /** On what the figures are measured. */
    static void machine() throws IOException {
        say(String.format(
                Locale.ROOT,
                "Machine: %d cores (%s), %.1f GiB, %s %s, JDK %s (%s), load average %s",
                Runtime.getRuntime().availableProcessors(),
                field(Path.of("/proc/cpuinfo"), "model name"),
                Double.parseDouble(field(Path.of("/proc/meminfo"), "MemTotal").replace(" kB", "")) / (1 << 20),
                System.getProperty("os.name"),
                System.getProperty("os.version"),
                Runtime.version(),
                System.getProperty("java.vendor"),
                load()));
    }

    static void heading(String text) {
        say("");
        say(text);
    }

    static void figure(String what, String figure, String how) {
        say(String.format(Locale.ROOT, "  %-44s %18s  %s", what, figure, how).stripTrailing());
    }

    static void count(String what, long count, String how) {
        figure(what, grouped(count), how);
    }

    static void share(String what, long part, long whole, String how) {
        figure(what, whole == 0 ? "0 of 0" : "%s  %s".formatted(grouped(part), percent(part, whole)), how);
    }

    static String percent(long part, long whole) {
        return String.format(Locale.ROOT, "%.2f %%", whole == 0 ? 0 : 100.0 * part / whole);
    }

    static String grouped(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    static String grouped(double number) {
        return String.format(Locale.ROOT, number >= 100 || number == Math.rint(number) ? "%,.0f" : "%.2f", number);
    }

    static String megabytes(long bytes) {
        return megabytes((double) bytes);
    }

    static String megabytes(double bytes) {
        return grouped(bytes / (1 << 20)) + " MiB";
    }

    static void say(String line) {
        System.out.println(line);
    }

    private static String load() throws IOException {
        return Files.readString(Path.of("/proc/loadavg")).split(" ")[0];
    }

    private static String field(Path file, String name) throws IOException {
        for (var line : Files.readAllLines(file)) {
            if (line.startsWith(name)) {
                return line.substring(line.indexOf(':') + 1).strip();
            }
        }
        return "?";
    }
}
