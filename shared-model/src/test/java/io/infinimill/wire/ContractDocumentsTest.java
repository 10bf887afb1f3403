package io.infinimill.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.model.Topics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/**
 * The committed schemas and AsyncAPI document are those that the records give. With {@code -Dcontract.write=true} it
 * writes them, and golden files that do not exist yet with their checksums.
 */
class ContractDocumentsTest {

    private static final Path FOLDER = Path.of("src/main/resources/schemas");

    private static final String HOW = "mvn -pl shared-model test -Dtest=ContractDocumentsTest -Dcontract.write=true";

    @BeforeAll
    static void writeWhenAsked() throws IOException {
        if (!Boolean.getBoolean("contract.write")) {
            return;
        }
        Files.createDirectories(FOLDER);
        for (var document : documents().entrySet()) {
            Files.writeString(FOLDER.resolve(document.getKey()), pretty(document.getValue()));
        }
        var events = Files.createDirectories(GoldenFiles.FOLDER.resolve("v1"));
        for (var example : Examples.byFile().entrySet()) {
            if (GoldenFiles.all().noneMatch(file -> file.endsWith(example.getKey()))) {
                Files.writeString(events.resolve(example.getKey()), GoldenFiles.pretty(example.getValue()));
            }
        }
        GoldenFiles.recordNew();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("arguments")
    void aDocumentIsWhatTheRecordsGive(String name, ObjectNode document) throws IOException {
        var file = FOLDER.resolve(name);

        assertThat(file).as("maybe run " + HOW).exists();
        assertThat(Files.readString(file))
                .as("%s is out of date; maybe run %s", name, HOW)
                .isEqualTo(pretty(document));
    }

    @Test
    void noDocumentIsLeftOver() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(documents().keySet());
        }
    }

    static Stream<Arguments> arguments() {
        return documents().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static Map<String, ObjectNode> documents() {
        var documents = new LinkedHashMap<String, ObjectNode>();
        Topics.EVENTS
                .values()
                .forEach(event -> documents.put(event.getSimpleName() + ".schema.json", EventSchemas.document(event)));
        documents.put("asyncapi.json", AsyncApi.document());
        return documents;
    }

    private static String pretty(ObjectNode document) {
        return GoldenFiles.PRETTY.writeValueAsString(document) + "\n";
    }
}
