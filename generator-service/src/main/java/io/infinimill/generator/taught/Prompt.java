package io.infinimill.generator.taught;

import io.infinimill.model.Hash;
import io.infinimill.model.Seed;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.ReplySchema;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.structured.Reading;
import io.infinimill.teacher.structured.SchemaReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The words in which a teacher is asked. They stand in files under {@code prompts}, never changed, only added to. */
public final class Prompt {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    private final String system;
    private final String user;
    private final String repair;
    private final SchemaReader reader;
    private final String hash;

    private Prompt(String name) {
        system = text(name, "system.md");
        user = text(name, "user.md");
        repair = text(name, "repair.md");
        var schema = text(name, "schema.json");
        reader = new SchemaReader(new ReplySchema(name, schema));
        hash = Hash.of("prompt", system, user, repair, schema);
    }

    /** @throws IllegalArgumentException when there is no such prompt */
    public static Prompt load(String name) {
        if (!NAME.matcher(name).matches()
                || Prompt.class.getResource("/prompts/%s/schema.json".formatted(name)) == null) {
            throw new IllegalArgumentException("there is no prompt '%s'. Maybe 'decouple-1'".formatted(name));
        }
        return new Prompt(name);
    }

    public String hash() {
        return hash;
    }

    public ChatRequest request(Seed seed, Sampling sampling) {
        return ChatRequest.of(sampling, Message.system(system), Message.user(filled(user, seed, "")))
                .withSchema(reader.schema());
    }

    public ChatRequest repair(Seed seed, ChatRequest earlier, ChatReply.Choice reply, String feedback) {
        return earlier.then(
                Message.assistant(reply.text().isBlank() ? "(nothing)" : reply.text()),
                Message.user(filled(repair, seed, feedback)));
    }

    public Reading read(ChatReply.Choice reply) {
        return reader.read(reply);
    }

    private static String filled(String text, Seed seed, String feedback) {
        return text.replace("[answer]", seed.answer() == null ? "not known" : seed.answer())
                .replace("[feedback]", feedback)
                .replace("[question]", seed.question());
    }

    private static String text(String name, String file) {
        try (var resource = Prompt.class.getResourceAsStream("/prompts/%s/%s".formatted(name, file))) {
            if (resource == null) {
                throw new IllegalStateException("prompt %s has no %s".formatted(name, file));
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
