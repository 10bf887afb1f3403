package io.infinimill.teacher.djl;

import io.infinimill.teacher.Message;
import io.infinimill.teacher.Message.Role;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How a chat is written for a model. The models of a family share a format, which shows in its chat template; the template
 * itself is a program in Jinja, of which no faithful interpreter for Java is known. A system message that some templates add
 * to a chat that has none is left out.
 */
enum ChatFormat {
    CHAT_ML("<|im_start|>", "<|im_start|>%s\n%s<|im_end|>\n", "assistant"),
    LLAMA_3("<|start_header_id|>", "<|start_header_id|>%s<|end_header_id|>\n\n%s<|eot_id|>", "assistant"),
    GEMMA("<start_of_turn>", "<start_of_turn>%s\n%s<end_of_turn>\n", "model"),
    PHI_3("<|end|>", "<|%s|>\n%s<|end|>\n", "assistant");

    private static final String BEGIN = "bos_token";

    private final String sign;
    private final String turn;
    private final String speaker;

    ChatFormat(String sign, String turn, String speaker) {
        this.sign = sign;
        this.turn = turn;
        this.speaker = speaker;
    }

    /** @throws IllegalArgumentException when it is none of these */
    static ChatFormat of(String template) {
        return Arrays.stream(values())
                .filter(format -> template.contains(format.sign))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("""
                        its chat template is of no known format, whose signs are %s. Maybe serve the model by vLLM or \
                        llama.cpp and name its url""".formatted(
                        Arrays.stream(values()).map(format -> format.sign).collect(Collectors.joining(", ")))));
    }

    /** Whether the template puts the token that begins a text before the chat. */
    static boolean begins(String template) {
        return template.contains(BEGIN);
    }

    /** The chat up to where the model speaks. */
    String write(List<Message> messages) {
        var text = new StringBuilder();
        var before = "";
        for (var message : messages) {
            if (this == GEMMA && message.role() == Role.SYSTEM) {
                before += message.text() + "\n\n";
            } else {
                text.append(turn.formatted(name(message.role()), before + message.text()));
                before = "";
            }
        }
        var opening = turn.substring(0, turn.lastIndexOf("%s"));
        return text.append(opening.formatted(speaker)).toString();
    }

    private String name(Role role) {
        return role == Role.ASSISTANT ? speaker : role.name().toLowerCase(Locale.ROOT);
    }
}
