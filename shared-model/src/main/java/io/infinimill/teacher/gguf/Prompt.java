package io.infinimill.teacher.gguf;

import io.infinimill.teacher.ChatRequest;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The messages of a request as the native library takes them, for the model's own chat template. */
final class Prompt {

    private Prompt() {}

    static String messages(ChatRequest request) {
        var messages = request.messages().stream()
                .map(message ->
                        Map.of("role", message.role().name().toLowerCase(Locale.ROOT), "content", message.text()))
                .toList();
        return JsonMapper.shared().writeValueAsString(Map.of("messages", messages));
    }
}
