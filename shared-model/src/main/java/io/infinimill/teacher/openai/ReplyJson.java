package io.infinimill.teacher.openai;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatReply.Choice;
import io.infinimill.teacher.ChatReply.Finish;
import io.infinimill.teacher.ChatReply.TokenLogProbability;
import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.TeacherException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the body of a chat completion. */
final class ReplyJson {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final int SHOWN = 120;

    private ReplyJson() {}

    static ChatReply read(byte[] body, String askedModel) throws TeacherException {
        JsonNode reply;
        try {
            reply = MAPPER.readTree(body);
        } catch (JacksonException e) {
            throw new TeacherException.Unreadable("the reply of %d bytes is not JSON".formatted(body.length), e);
        }
        var choices = new ArrayList<Choice>();
        for (var choice : reply.path("choices")) {
            choices.add(choice(choice));
        }
        if (choices.isEmpty()) {
            throw new TeacherException.Unreadable("the reply has no choices: " + shortened(reply.toString()), null);
        }
        var usage = reply.path("usage");
        return new ChatReply(
                reply.path("model").asString(askedModel),
                choices,
                new Usage(
                        usage.path("prompt_tokens").asLong(0),
                        usage.path("completion_tokens").asLong(0)));
    }

    private static Choice choice(JsonNode choice) {
        return new Choice(
                choice.path("message").path("content").asString(""),
                finish(choice.path("finish_reason").asString("")),
                logProbabilities(choice.path("logprobs").path("content")));
    }

    private static Finish finish(String reason) {
        return switch (reason) {
            case "stop" -> Finish.STOP;
            case "length" -> Finish.LENGTH;
            case "content_filter" -> Finish.FILTERED;
            default -> Finish.OTHER;
        };
    }

    private static @Nullable List<TokenLogProbability> logProbabilities(JsonNode tokens) {
        if (!tokens.isArray()) {
            return null;
        }
        var logProbabilities = new ArrayList<TokenLogProbability>();
        for (var token : tokens) {
            logProbabilities.add(new TokenLogProbability(
                    token.path("token").asString(""), token.path("logprob").asDouble(0)));
        }
        return logProbabilities;
    }

    static String shortened(String text) {
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...";
    }
}
