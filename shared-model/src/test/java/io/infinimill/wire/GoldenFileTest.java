package io.infinimill.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.model.Topics;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class GoldenFileTest {

    @Test
    void everyEventHasAFullAndAMinimalExample() {
        var types = Topics.EVENTS.values().stream().map(Class::getSimpleName).toList();

        assertThat(Examples.full())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactlyElementsOf(types);
        assertThat(Examples.minimal())
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactlyElementsOf(types);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anEventIsWrittenAsItsGoldenFile(String name, Record event) {
        assertThat(GoldenFiles.pretty(event)).isEqualTo(GoldenFiles.text(GoldenFiles.newest(name)));
        assertThat(new String(Wire.write(event), StandardCharsets.UTF_8))
                .isEqualTo(Wire.MAPPER.writeValueAsString(event));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aGoldenFileIsReadAsItsEvent(String name, Record event) {
        var read = Wire.read(bytes(GoldenFiles.text(GoldenFiles.newest(name))), event.getClass());

        assertThat(read).isEqualTo(event);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenFiles")
    void everyVersionCanStillBeRead(Path file) {
        var read = Wire.read(bytes(GoldenFiles.text(file)), GoldenFiles.typeOf(file));

        assertThat(Wire.MAPPER.readTree(Wire.write(read)).properties())
                .containsAll(Wire.MAPPER.readTree(GoldenFiles.text(file)).properties());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenFiles")
    void unknownFieldsAreIgnoredAtEveryLevel(Path file) {
        var known = Wire.read(bytes(GoldenFiles.text(file)), GoldenFiles.typeOf(file));
        var extended = Wire.MAPPER.readTree(GoldenFiles.text(file));
        objects(extended).stream()
                .filter(object -> !isMap(extended, object))
                .forEach(object -> object.putObject("addedLater").put("by", "a newer writer"));

        assertThat(Wire.read(Wire.write(extended), GoldenFiles.typeOf(file))).isEqualTo(known);
    }

    @Test
    void aCommittedGoldenFileNeverChanges() {
        assertThat(GoldenFiles.computed())
                .as(
                        "golden files against %s/%s: a committed file stays as it is; see the README there",
                        GoldenFiles.FOLDER, GoldenFiles.CHECKSUMS)
                .isEqualTo(GoldenFiles.recorded());
    }

    static Stream<Arguments> examples() {
        return Examples.byFile().entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    static Stream<Path> goldenFiles() {
        return GoldenFiles.all();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static List<ObjectNode> objects(JsonNode node) {
        var found = new ArrayList<ObjectNode>();
        if (node instanceof ObjectNode object) {
            found.add(object);
        }
        node.forEach(child -> found.addAll(objects(child)));
        return found;
    }

    /** The fields of a map are data. */
    @SuppressWarnings("ReferenceEquality") // this very node, not one that is equal
    private static boolean isMap(JsonNode root, JsonNode object) {
        return Stream.of("values", "attributes", "parameters")
                .flatMap(name -> root.findValues(name).stream())
                .anyMatch(map -> map == object);
    }
}
