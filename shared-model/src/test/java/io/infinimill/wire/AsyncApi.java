package io.infinimill.wire;

import io.infinimill.model.Topics;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The AsyncAPI 3.0 document of all topics, seen from Infinimill: what it sends and what it receives. */
final class AsyncApi {

    static final String DEAD_LETTER = "DeadLetter";

    /** Where an outside producer may send to. */
    static final Set<String> FROM_OUTSIDE = Set.of(Topics.SEEDS_SUBMITTED, Topics.SAMPLES_GENERATED);

    private static final Map<String, String> KEYS = Map.of(
            Topics.JOBS_SUBMITTED, "the job's id",
            Topics.SEEDS_SUBMITTED, "the seed's id",
            Topics.TEMPLATES_REQUESTED, "the seed's id",
            Topics.TEMPLATES_VERIFIED, "the template's id",
            Topics.SAMPLES_GENERATED, "the sample's id",
            Topics.SAMPLES_FILTERED, "the sample's id",
            Topics.SAMPLES_JUDGED, "the sample's id",
            Topics.SAMPLES_REJECTED, "the sample's id",
            Topics.JOBS_PROGRESSED, "the job's id");

    private static final Map<String, String> KEPT = Map.of(
            Topics.JOBS_SUBMITTED, "Compacted: the last record of a key stays.",
            Topics.JOBS_PROGRESSED, "Compacted: the last record of a key stays.",
            Topics.TEMPLATES_VERIFIED, "One partition, kept for ever: its order is part of the meaning.");

    private static final String SCHEMAS = "#/components/schemas/";

    private final ObjectNode document = JsonNodeFactory.instance.objectNode();

    private AsyncApi() {}

    static ObjectNode document() {
        return new AsyncApi().build();
    }

    private ObjectNode build() {
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "Infinimill events")
                .put("version", "1.0.0")
                .put("description", """
                        Values are JSON in UTF-8; a record's type is its topic's, so no header is needed. A reader ignores \
                        fields it does not know and takes an absent field and null for the same. Integers are written \
                        without a point. A field is only ever added, and is optional then; any other change is a new topic.""")
                .putObject("license")
                .put("name", "Apache-2.0")
                .put("url", "https://www.apache.org/licenses/LICENSE-2.0");
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("local")
                .put("host", "localhost:9092")
                .put("protocol", "kafka")
                .put("description", "The broker of a local run.");
        var channels = document.putObject("channels");
        var operations = document.putObject("operations");
        var messages = document.putObject("components").putObject("messages");
        Topics.EVENTS.forEach((topic, event) -> {
            channel(channels, topic, event);
            operations(operations, topic);
            messages.set(event.getSimpleName(), message(topic, event));
        });
        Topics.WORK.forEach(topic -> {
            deadLetters(channels, topic);
            operation(operations, "send", Topics.deadLetters(topic));
        });
        messages.set(DEAD_LETTER, deadLetter());
        var schemas = ((ObjectNode) document.get("components")).putObject("schemas");
        EventRecords.all().forEach(type -> schemas.set(type.getSimpleName(), EventSchemas.record(type, SCHEMAS)));
        return document;
    }

    private static void channel(ObjectNode channels, String topic, Class<?> event) {
        var kept = KEPT.getOrDefault(topic, "");
        var channel = channels.putObject(topic)
                .put("address", topic)
                .put("description", (EventJavadoc.of(event).summary() + " " + kept).strip());
        channel.putObject("messages")
                .putObject(event.getSimpleName())
                .put("$ref", "#/components/messages/" + event.getSimpleName());
    }

    private static void deadLetters(ObjectNode channels, String topic) {
        channels.putObject(Topics.deadLetters(topic))
                .put("address", Topics.deadLetters(topic))
                .put(
                        "description",
                        "What could not be processed on " + topic + ", byte for byte, with the cause in headers.")
                .putObject("messages")
                .putObject(DEAD_LETTER)
                .put("$ref", "#/components/messages/" + DEAD_LETTER);
    }

    private static void operations(ObjectNode operations, String topic) {
        operation(operations, "send", topic);
        if (FROM_OUTSIDE.contains(topic)) {
            operation(operations, "receive", topic);
        }
    }

    private static void operation(ObjectNode operations, String action, String topic) {
        operations
                .putObject(action + "-" + topic)
                .put("action", action)
                .putObject("channel")
                .put("$ref", "#/channels/" + topic);
    }

    private static ObjectNode message(String topic, Class<?> event) {
        var message = JsonNodeFactory.instance
                .objectNode()
                .put("name", event.getSimpleName())
                .put("title", event.getSimpleName())
                .put("summary", EventJavadoc.of(event).summary())
                .put("contentType", "application/json");
        message.putObject("payload").put("$ref", SCHEMAS + event.getSimpleName());
        key(message, Objects.requireNonNull(KEYS.get(topic), topic + " has no key"));
        return message;
    }

    private static ObjectNode deadLetter() {
        var message = JsonNodeFactory.instance
                .objectNode()
                .put("name", DEAD_LETTER)
                .put("title", DEAD_LETTER)
                .put("summary", "A record that could not be processed. It may be no JSON at all.")
                .put("contentType", "application/octet-stream");
        var headers = message.putObject("headers").put("type", "object").putObject("properties");
        header(headers, "kafka_dlt-original-topic", "the topic it was on");
        header(headers, "kafka_dlt-exception-fqcn", "the kind of failure");
        header(headers, "kafka_dlt-exception-message", "what went wrong, with the values");
        key(message, "the original record's key");
        return message;
    }

    private static void header(ObjectNode headers, String name, String meaning) {
        headers.putObject(name).put("type", "string").put("description", meaning);
    }

    private static void key(ObjectNode message, String meaning) {
        var kafka = message.putObject("bindings").putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", meaning);
        kafka.put("bindingVersion", "0.5.0");
    }
}
