package io.infinimill.generator.contract;

import io.infinimill.generator.web.Page;
import io.infinimill.generator.web.UnknownName;
import io.infinimill.model.Topics;
import io.infinimill.wire.Schemas;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1")
class ContractResource {

    /** An event, the topic it is on, and where its JSON Schema is. */
    record EventSchema(String event, String topic, String schema) {}

    @GetMapping("/schemas")
    Page<EventSchema> list() {
        return new Page<>(
                Topics.EVENTS.entrySet().stream()
                        .map(entry -> schema(entry.getValue().getSimpleName(), entry.getKey()))
                        .toList(),
                null);
    }

    @GetMapping(path = "/schemas/{event}", produces = MediaType.APPLICATION_JSON_VALUE)
    String show(@PathVariable String event) {
        return Schemas.find(event).orElseThrow(() -> new UnknownName("event", event, Schemas.names()));
    }

    @GetMapping(path = "/asyncapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    String asyncApi() {
        return Schemas.asyncApi();
    }

    private static EventSchema schema(String event, String topic) {
        return new EventSchema(event, topic, "/api/v1/schemas/" + event);
    }
}
