package io.infinimill.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialects;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.Topics;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The documents that users get, read by an independent validator. */
class SchemasTest {

    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDialect(Dialects.getDraft202012());

    @Test
    void everyEventHasASchema() {
        assertThat(Schemas.names())
                .startsWith("JobSubmitted")
                .contains("SampleJudged")
                .hasSameSizeAs(Topics.EVENTS.values());
        assertThat(Schemas.names())
                .allSatisfy(name -> assertThat(Schemas.find(name)).isPresent());
        assertThat(Schemas.find("../asyncapi")).isEmpty();
        assertThat(Schemas.find("Sample")).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void aSchemaIsASchema(String name) {
        var metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(com.networknt.schema.SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));

        assertThat(errors(metaSchema, Schemas.find(name).orElseThrow())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("goldenFiles")
    void aGoldenFileIsValid(Path file) {
        assertThat(errors(schemaOf(file), GoldenFiles.text(file))).isEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("io.infinimill.wire.EventShapeTest#requiredFields")
    void aMissingRequiredFieldIsInvalid(String field, Class<? extends Record> event, String pointer) {
        var json = without(event, pointer);

        assertThat(errors(schema(event), json.toString())).as(field).isNotEmpty();
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("io.infinimill.wire.EventShapeTest#optionalFields")
    void anAbsentOrNullOptionalFieldIsValid(String field, Class<? extends Record> event, String pointer) {
        var json = without(event, pointer);
        assertThat(errors(schema(event), json.toString())).as(field).isEmpty();

        parent(json, pointer).putNull(component(pointer));
        assertThat(errors(schema(event), json.toString())).as(field).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "/sample/variant | \"3\"",
                "/sample/variant | 3.7",
                "/sample/question | 5",
                "/sample/question | true",
                "/sample/values | {\"a\": \"1\"}",
                "/sample/substituted | \"a\"",
                "/sample/substituted | [1]",
                "/sample | []",
                "/judgements/0/score | \"8\"",
                "/judgements/0 | null",
            })
    void aWrongTypeIsRefusedBySchemaAndReaderAlike(String pointer, String value) {
        var event = Examples.full().stream()
                .filter(SampleJudged.class::isInstance)
                .findFirst()
                .orElseThrow();
        var json = Wire.MAPPER.valueToTree(event);
        var wrong = Wire.MAPPER.readTree(value);
        if (json.at(pointer.substring(0, pointer.lastIndexOf('/'))) instanceof ObjectNode object) {
            object.set(component(pointer), wrong);
        } else {
            ((ArrayNode) json.at("/judgements")).set(0, wrong);
        }

        assertThat(errors(schema(event.getClass()), json.toString())).isNotEmpty();
        assertThat(Assertions.catchThrowable(() -> Wire.read(Wire.write(json), event.getClass())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a SampleJudged: ");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("names")
    void everyFieldSaysWhatItMeans(String name) {
        var schema = Wire.MAPPER.readTree(Schemas.find(name).orElseThrow());

        Stream.concat(Stream.of(schema), schema.path("$defs").valueStream())
                .flatMap(record -> record.get("properties").propertyStream())
                .forEach(property -> assertThat(
                                property.getValue().path("description").asString(""))
                        .as("%s.%s", name, property.getKey())
                        .isNotBlank()
                        .doesNotContain("{@", "\n"));
    }

    static Stream<String> names() {
        return Schemas.names().stream();
    }

    static Stream<Arguments> goldenFiles() {
        return GoldenFiles.all().map(Arguments::of);
    }

    private static List<Error> errors(Schema schema, String json) {
        return schema.validate(json, InputFormat.JSON);
    }

    private static Schema schema(Class<?> event) {
        return REGISTRY.getSchema(Schemas.find(event.getSimpleName()).orElseThrow(), InputFormat.JSON);
    }

    private static Schema schemaOf(Path file) {
        return schema(GoldenFiles.typeOf(file));
    }

    private static JsonNode without(Class<?> event, String pointer) {
        var json = Wire.MAPPER.valueToTree(
                Examples.full().stream().filter(event::isInstance).findFirst().orElseThrow());
        parent(json, pointer).remove(component(pointer));
        return json;
    }

    private static ObjectNode parent(JsonNode json, String pointer) {
        return (ObjectNode) json.at(pointer.substring(0, pointer.lastIndexOf('/')));
    }

    private static String component(String pointer) {
        return pointer.substring(pointer.lastIndexOf('/') + 1);
    }
}
