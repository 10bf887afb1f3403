package io.infinimill.teacher.openai;

import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.ReplySchema;
import io.infinimill.teacher.Sampling;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.util.ByteArrayBuilder;
import tools.jackson.databind.json.JsonMapper;

/** The body of a chat completion request. */
record RequestJson(String model, ChatRequest request) {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    byte[] bytes() {
        var bytes = new ByteArrayBuilder();
        try (var json = MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("model", model);
            json.writeArrayPropertyStart("messages");
            request.messages().forEach(message -> write(message, json));
            json.writeEndArray();
            write(request.sampling(), json);
            if (request.schema() != null) {
                write(request.schema(), json);
            }
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    private static void write(Message message, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("role", message.role().name().toLowerCase(Locale.ROOT));
        if (message.parts().size() == 1 && message.parts().getFirst() instanceof Message.Text text) {
            json.writeStringProperty("content", text.text());
        } else {
            json.writeArrayPropertyStart("content");
            message.parts().forEach(part -> write(part, json));
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private static void write(Message.Part part, JsonGenerator json) {
        json.writeStartObject();
        switch (part) {
            case Message.Text text -> {
                json.writeStringProperty("type", "text");
                json.writeStringProperty("text", text.text());
            }
            case Message.Image image -> {
                json.writeStringProperty("type", "image_url");
                json.writeObjectPropertyStart("image_url");
                json.writeStringProperty("url", image.dataUrl());
                json.writeEndObject();
            }
        }
        json.writeEndObject();
    }

    private static void write(Sampling sampling, JsonGenerator json) {
        json.writeNumberProperty("temperature", sampling.temperature());
        json.writeNumberProperty("top_p", sampling.topP());
        json.writeNumberProperty("max_tokens", sampling.maxTokens());
        if (sampling.n() > 1) {
            json.writeNumberProperty("n", sampling.n());
        }
        if (sampling.seed() != null) {
            json.writeNumberProperty("seed", sampling.seed());
        }
        if (!sampling.stop().isEmpty()) {
            json.writeArrayPropertyStart("stop");
            sampling.stop().forEach(json::writeString);
            json.writeEndArray();
        }
        if (sampling.logProbabilities()) {
            json.writeBooleanProperty("logprobs", true);
        }
    }

    private static void write(ReplySchema schema, JsonGenerator json) {
        json.writeObjectPropertyStart("response_format");
        json.writeStringProperty("type", "json_schema");
        json.writeObjectPropertyStart("json_schema");
        json.writeStringProperty("name", schema.name());
        json.writeBooleanProperty("strict", true);
        json.writeName("schema");
        json.writeTree(MAPPER.readTree(schema.json()));
        json.writeEndObject();
        json.writeEndObject();
    }
}
