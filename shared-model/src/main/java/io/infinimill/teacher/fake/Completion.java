package io.infinimill.teacher.fake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Bodies of chat completions. A token is a word; its log-probability falls with its length. */
final class Completion {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final double PER_LETTER = -0.125;

    private Completion() {}

    /** Keeps to the limits of the question: most tokens and stop texts. */
    static byte[] of(Asked asked, String script) {
        var request = asked.json();
        var words = script.split("(?<=\\s)(?=\\S)");
        var most = request.path("max_tokens").asInt(Integer.MAX_VALUE);
        var finish = words.length > most ? "length" : "stop";
        var text = words.length > most ? String.join("", Arrays.copyOf(words, most)) : script;
        for (var stop : request.path("stop")) {
            var at = text.indexOf(stop.asString(""));
            text = at < 0 ? text : text.substring(0, at);
        }
        var choices = new ArrayList<Map<String, Object>>();
        for (var i = 0; i < request.path("n").asInt(1); i++) {
            var choice = new LinkedHashMap<String, Object>();
            choice.put("index", i);
            choice.put("message", Map.of("role", "assistant", "content", text));
            choice.put("finish_reason", finish);
            if (request.path("logprobs").asBoolean(false)) {
                choice.put("logprobs", Map.of("content", logProbabilities(text)));
            }
            choices.add(choice);
        }
        var tokensIn = asked.texts().stream().mapToInt(Completion::tokens).sum();
        var tokensOut = tokens(text) * choices.size();
        return MAPPER.writeValueAsBytes(Map.of(
                "id",
                "chatcmpl-" + asked.hash(),
                "object",
                "chat.completion",
                "model",
                request.path("model").asString("fake"),
                "choices",
                choices,
                "usage",
                Map.of(
                        "prompt_tokens",
                        tokensIn,
                        "completion_tokens",
                        tokensOut,
                        "total_tokens",
                        tokensIn + tokensOut)));
    }

    /** The body with its text cut in the middle. */
    static byte[] truncated(byte[] body) {
        return changed(body, text -> text.substring(0, text.length() / 2), "length");
    }

    static byte[] wrongSchema(byte[] body) {
        return changed(body, text -> "{\"unasked\": [1, 2, 3]}", "stop");
    }

    private static byte[] changed(byte[] body, UnaryOperator<String> text, String finish) {
        JsonNode reply = MAPPER.readTree(body);
        for (var choice : reply.path("choices")) {
            if (choice instanceof ObjectNode changed && choice.path("message") instanceof ObjectNode message) {
                message.put("content", text.apply(message.path("content").asString("")));
                changed.put("finish_reason", finish);
            }
        }
        return MAPPER.writeValueAsBytes(reply);
    }

    private static List<Map<String, Object>> logProbabilities(String text) {
        var tokens = new ArrayList<Map<String, Object>>();
        for (var token : text.split("(?<=\\s)(?=\\S)")) {
            tokens.add(Map.of("token", token, "logprob", PER_LETTER * token.length()));
        }
        return tokens;
    }

    private static int tokens(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+").length;
    }
}
