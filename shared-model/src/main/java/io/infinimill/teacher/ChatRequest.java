package io.infinimill.teacher;

import io.infinimill.model.Hash;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question to a teacher.
 *
 * @param schema what the reply is asked to fit; a teacher that cannot be constrained ignores it
 * @param attempt 0 for the first; another number asks the same again on purpose and gets a reply of its own
 */
public record ChatRequest(
        List<Message> messages, Sampling sampling, @Nullable ReplySchema schema, int attempt) {

    /** Changes with what the hash covers, so that no reply is taken for that of another question. */
    private static final String HASHED = "chat-1";

    public ChatRequest {
        messages = List.copyOf(messages);
        if (messages.isEmpty()) {
            throw new IllegalArgumentException("a request has no messages");
        }
        if (attempt < 0) {
            throw new IllegalArgumentException("attempt is %d, less than 0".formatted(attempt));
        }
    }

    public static ChatRequest of(Sampling sampling, Message... messages) {
        return new ChatRequest(List.of(messages), sampling, null, 0);
    }

    public ChatRequest withSchema(ReplySchema wanted) {
        return new ChatRequest(messages, sampling, wanted, attempt);
    }

    public ChatRequest withoutSchema() {
        return new ChatRequest(messages, sampling, null, attempt);
    }

    public boolean hasImages() {
        return messages.stream().flatMap(message -> message.parts().stream()).anyMatch(Message.Image.class::isInstance);
    }

    public ChatRequest withAttempt(int number) {
        return new ChatRequest(messages, sampling, schema, number);
    }

    /** The same chat gone on with more messages. */
    public ChatRequest then(Message... more) {
        var all = new ArrayList<>(messages);
        all.addAll(List.of(more));
        return new ChatRequest(all, sampling, schema, attempt);
    }

    /** Whoever asks the same of the same model in the same attempt has the same hash, on every machine. */
    public String hash(String model) {
        var parts = new ArrayList<@Nullable String>();
        parts.add(HASHED);
        parts.add(model);
        parts.add(Integer.toString(attempt));
        hashSampling(parts);
        parts.add(schema == null ? null : schema.name());
        parts.add(schema == null ? null : schema.json());
        for (var message : messages) {
            parts.add(message.role().name());
            parts.add(Integer.toString(message.parts().size()));
            message.parts().forEach(part -> hashPart(part, parts));
        }
        return Hash.of(parts.toArray(new @Nullable String[0]));
    }

    private void hashSampling(List<@Nullable String> parts) {
        parts.add(Double.toString(sampling.temperature()));
        parts.add(Double.toString(sampling.topP()));
        parts.add(Integer.toString(sampling.maxTokens()));
        parts.add(Integer.toString(sampling.n()));
        parts.add(sampling.seed() == null ? null : sampling.seed().toString());
        parts.add(Boolean.toString(sampling.logProbabilities()));
        parts.add(Integer.toString(sampling.stop().size()));
        parts.addAll(sampling.stop());
    }

    private static void hashPart(Message.Part part, List<@Nullable String> parts) {
        switch (part) {
            case Message.Text text -> {
                parts.add(null);
                parts.add(text.text());
            }
            case Message.Image image -> {
                parts.add(image.mediaType());
                parts.add(image.base64());
            }
        }
    }
}
