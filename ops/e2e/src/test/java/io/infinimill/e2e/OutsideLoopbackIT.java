package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutsideLoopbackIT {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", ""})
    void refusesToStartWithoutAKey(String address, @TempDir Path home) throws Exception {
        var console = home.resolve("console.log").toFile();
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Repository.ROOT
                                .resolve("ops/standalone/target/standalone.jar")
                                .toString(),
                        "--infinimill.home=" + home,
                        "--server.address=" + address)
                .redirectErrorStream(true)
                .redirectOutput(console)
                .start();

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        assertThat(Files.readString(console.toPath()))
                .contains("there is no API key", "INFINIMILL_API_KEYS")
                .doesNotContain("\tat ");
        assertThat(home.resolve("postgresql")).doesNotExist();
    }
}
