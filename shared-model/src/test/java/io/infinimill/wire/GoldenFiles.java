package io.infinimill.wire;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.ObjectWriter;

/** The files in {@code events/v<version>}; see the README there. */
final class GoldenFiles {

    static final Path FOLDER = Path.of("src/test/resources/events");
    static final String CHECKSUMS = "SHA256SUMS";

    private static final DefaultIndenter INDENT = new DefaultIndenter("  ", "\n");

    static final ObjectWriter PRETTY = Wire.MAPPER
            .writer()
            .with(new DefaultPrettyPrinter().withObjectIndenter(INDENT).withArrayIndenter(INDENT));

    private GoldenFiles() {}

    /** Every golden file of every version. */
    static Stream<Path> all() {
        try (var files = Files.walk(FOLDER)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of the newest version with this name. */
    static Path newest(String name) {
        return all().filter(file -> file.getFileName().toString().equals(name))
                .reduce((older, newer) -> newer)
                .orElseThrow(() -> new AssertionError("no golden file " + name));
    }

    static Class<? extends Record> typeOf(Path file) {
        var name = file.getFileName().toString();
        return Examples.eventTypes()
                .filter(type -> type.getSimpleName().equals(name.substring(0, name.indexOf('.'))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(file + " is of no event"));
    }

    static String pretty(Record event) {
        return PRETTY.writeValueAsString(event) + "\n";
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Checksums as they stand in the file, by file name. */
    static Map<String, String> recorded() {
        return text(FOLDER.resolve(CHECKSUMS))
                .lines()
                .map(line -> line.split(" {2}"))
                .collect(Collectors.toMap(parts -> parts[1], parts -> parts[0], (a, b) -> a, TreeMap::new));
    }

    /** Adds the checksums of files that have none; those that are there stay. */
    static void recordNew() throws IOException {
        var checksums = Files.exists(FOLDER.resolve(CHECKSUMS)) ? recorded() : new TreeMap<String, String>();
        computed().forEach(checksums::putIfAbsent);
        Files.writeString(
                FOLDER.resolve(CHECKSUMS),
                checksums.entrySet().stream()
                        .map(entry -> entry.getValue() + "  " + entry.getKey() + "\n")
                        .collect(Collectors.joining()));
    }

    static Map<String, String> computed() {
        return all().collect(Collectors.toMap(
                file -> FOLDER.relativize(file).toString().replace('\\', '/'),
                file -> sha256(text(file)),
                (a, b) -> a,
                TreeMap::new));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
