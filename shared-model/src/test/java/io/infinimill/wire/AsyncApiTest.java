package io.infinimill.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.infinimill.model.Topics;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The structure that AsyncAPI 3.0 asks for, and that the document says everything. */
class AsyncApiTest {

    private static final JsonNode DOCUMENT = Wire.MAPPER.readTree(Schemas.asyncApi());

    @Test
    void hasTheFieldsOfAsyncApiAndNoOthers() {
        assertThat(DOCUMENT.get("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(DOCUMENT.propertyNames())
                .containsExactlyInAnyOrder(
                        "asyncapi", "info", "defaultContentType", "servers", "channels", "operations", "components");
        assertThat(DOCUMENT.get("info").propertyNames()).contains("title", "version");
        assertThat(DOCUMENT.get("servers").valueStream())
                .allSatisfy(server -> assertThat(server.propertyNames()).contains("host", "protocol"));
        assertThat(DOCUMENT.get("channels").valueStream())
                .allSatisfy(channel ->
                        assertThat(channel.propertyNames()).containsExactly("address", "description", "messages"));
        assertThat(DOCUMENT.get("operations").valueStream()).allSatisfy(operation -> {
            assertThat(operation.get("action").asString()).isIn("send", "receive");
            assertThat(operation.get("channel").get("$ref").asString()).startsWith("#/channels/");
        });
        assertThat(DOCUMENT.get("components").get("messages").valueStream())
                .allSatisfy(message -> assertThat(message.propertyNames())
                        .isSubsetOf("name", "title", "summary", "contentType", "payload", "headers", "bindings"));
        assertThat(DOCUMENT.get("components")
                        .propertyStream()
                        .flatMap(part -> part.getValue().propertyNames().stream()))
                .allMatch(name -> name.matches("[A-Za-z0-9_.-]+"));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        var references = DOCUMENT.findValuesAsString("$ref");

        assertThat(references)
                .hasSizeGreaterThan(40)
                .allSatisfy(reference -> assertThat(
                                DOCUMENT.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @Test
    void everyTopicAndDeadLetterTopicIsAChannelWithItsMessage() {
        var topics = Stream.concat(
                Topics.EVENTS.keySet().stream(), Topics.WORK.stream().map(Topics::deadLetters));

        assertThat(DOCUMENT.get("channels").propertyNames()).containsExactlyInAnyOrderElementsOf(topics.toList());
        Topics.EVENTS.forEach((topic, event) -> {
            var channel = DOCUMENT.get("channels").get(topic);
            assertThat(channel.get("address").asString()).isEqualTo(topic);
            assertThat(channel.get("messages").propertyNames()).containsExactly(event.getSimpleName());
        });
    }

    @Test
    void anOutsideProducerSeesWhereItMaySend() {
        var received = DOCUMENT.get("operations")
                .valueStream()
                .filter(operation -> operation.get("action").asString().equals("receive"))
                .map(operation -> operation.get("channel").get("$ref").asString())
                .collect(Collectors.toSet());

        assertThat(received).isEqualTo(Set.of("#/channels/seeds.submitted", "#/channels/samples.generated"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("events")
    void aPayloadDescribesItsEvent(Class<? extends Record> event) {
        var document = (ObjectNode) DOCUMENT.deepCopy();
        var draft7 = SchemaRegistry.withDialect(Dialects.getDraft7());
        document.put("$ref", "#/components/schemas/" + event.getSimpleName());
        var schema = draft7.getSchema(document.toString(), InputFormat.JSON);

        Examples.byFile().values().stream()
                .filter(event::isInstance)
                .forEach(example -> assertThat(
                                schema.validate(Wire.MAPPER.writeValueAsString(example), InputFormat.JSON))
                        .isEmpty());
        assertThat(schema.validate("{}", InputFormat.JSON)).isNotEmpty();
    }

    static Stream<Class<? extends Record>> events() {
        return Topics.EVENTS.values().stream();
    }
}
