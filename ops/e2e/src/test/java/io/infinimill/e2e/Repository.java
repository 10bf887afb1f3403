package io.infinimill.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The files of this repository. */
final class Repository {

    static final Path ROOT =
            Path.of(System.getProperty("infinimill.root")).toAbsolutePath().normalize();

    private Repository() {}

    static String text(String file) throws IOException {
        return Files.readString(ROOT.resolve(file));
    }
}
