package io.infinimill.teacher.gguf;

import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.TeacherException;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The messages of a request as the native library takes them, for the model's own chat template. */
final class Prompt {

    private Prompt() {}

    /** @throws TeacherException.Refused for an image, which these models cannot see */
    static String messages(ChatRequest request) throws TeacherException.Refused {
        if (request.hasImages()) {
            throw TeacherException.Refused.onlyThis("the model reads text and sees no image");
        }
        var messages = request.messages().stream()
                .map(message ->
                        Map.of("role", message.role().name().toLowerCase(Locale.ROOT), "content", message.text()))
                .toList();
        return JsonMapper.shared().writeValueAsString(Map.of("messages", messages));
    }
}
