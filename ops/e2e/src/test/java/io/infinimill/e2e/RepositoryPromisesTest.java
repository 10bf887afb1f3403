package io.infinimill.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What README.md promises is there. */
class RepositoryPromisesTest {

    private static final Pattern LAUNCHER_COMMAND = Pattern.compile("\\./infinimill (\\w+)");
    private static final Pattern LINK = Pattern.compile("]\\(((?!https?:|#)[^)]+)\\)");
    private static final Pattern LISTED_COMMAND = Pattern.compile("(?m)^  ([a-z]+)  ");

    static Stream<String> commandsInReadme() throws IOException {
        return found(LAUNCHER_COMMAND, Repository.text("README.md"));
    }

    static Stream<String> linksInReadme() throws IOException {
        return found(LINK, Repository.text("README.md"));
    }

    static Stream<String> commandsInHelp() throws Exception {
        return found(LISTED_COMMAND, output("./infinimill", "help"));
    }

    @ParameterizedTest
    @MethodSource({"commandsInReadme", "commandsInHelp"})
    void launcherHasTheCommand(String command) throws Exception {
        assertThat(Repository.text("infinimill")).containsPattern("(?m)^" + command + "( \\||\\))");
    }

    @ParameterizedTest
    @MethodSource("linksInReadme")
    void readmeLinksToAFile(String link) {
        assertThat(Repository.ROOT.resolve(link)).exists();
    }

    @ParameterizedTest
    @ValueSource(strings = {"infinimill", ".ci/run"})
    void scriptIsExecutable(String script) {
        assertThat(Repository.ROOT.resolve(script)).isExecutable();
    }

    @Test
    void launcherIsPlainShell() throws Exception {
        assertThat(output("sh", "-n", "infinimill")).isEmpty();
    }

    @Test
    void launcherRefusesAnUnknownCommand() throws Exception {
        var process = start("./infinimill", "launch");

        assertThat(new String(process.getInputStream().readAllBytes(), UTF_8)).contains("there is no command 'launch'");
        assertThat(process.waitFor()).isEqualTo(1);
    }

    @Test
    void continuousIntegrationRunsWhatReadmeSays() throws IOException {
        assertThat(Repository.text(".ci/run")).contains("./infinimill test");
        assertThat(Repository.text("README.md")).contains("./infinimill test");
    }

    @Test
    void scriptsNameNoPathOfOneMachine() throws IOException {
        for (var script : List.of("infinimill", ".ci/run")) {
            assertThat(Repository.text(script)).doesNotContainPattern("/(work|root)/|/home/[a-z]+/[a-z]");
        }
    }

    @Test
    void licenceIsTheOneOfThePom() throws IOException {
        assertThat(Repository.text("LICENSE")).contains("Apache License", "Version 2.0, January 2004");
        assertThat(Repository.text("pom.xml")).contains("<name>Apache-2.0</name>");
    }

    private static Stream<String> found(Pattern pattern, String text) {
        var names = pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .distinct()
                .toList();
        assertThat(names).isNotEmpty();
        return names.stream();
    }

    private static String output(String... command) throws Exception {
        var process = start(command);
        var output = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }

    private static Process start(String... command) throws IOException {
        return new ProcessBuilder(command)
                .directory(Repository.ROOT.toFile())
                .redirectErrorStream(true)
                .start();
    }
}
