package io.infinimill.teacher.gguf;

import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.TeacherException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** The messages of a request as the native library takes them, for the model's own chat template. */
final class Prompt {

    private Prompt() {}

    /** @throws TeacherException.Refused for an image, which these models cannot see */
    static String messages(ChatRequest request) throws TeacherException.Refused {
        var messages = new ArrayList<Map<String, String>>();
        for (var message : request.messages()) {
            if (!message.parts().stream().allMatch(Message.Text.class::isInstance)) {
                throw TeacherException.Refused.onlyThis("the model reads text and sees no image");
            }
            messages.add(Map.of("role", message.role().name().toLowerCase(Locale.ROOT), "content", message.text()));
        }
        return JsonMapper.shared().writeValueAsString(Map.of("messages", List.copyOf(messages)));
    }
}
