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
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The words in which a teacher is asked. They stand in files under {@code prompts}, never changed, only added to. What a
 * part of a prompt has no file of its own for, it shares with the other parts. Without a schema, replies are text.
 */
public final class Prompt {

    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern PLACE = Pattern.compile("\\[(answer|feedback|question|suggestion|topic)]");

    /** By folder: a prompt is read once. */
    private static final Map<String, Prompt> LOADED = new ConcurrentHashMap<>();

    private final String system;
    private final String user;
    private final String repair;
    private final @Nullable SchemaReader reader;
    private final String hash;

    private Prompt(String folder, String schemaName) {
        system = text(folder, "system.md");
        user = text(folder, "user.md");
        repair = textIfThere(folder, "repair.md");
        var schema = textIfThere(folder, "schema.json");
        reader = schema.isEmpty() ? null : new SchemaReader(new ReplySchema(schemaName, schema));
        hash = Hash.of("prompt", system, user, repair, schema);
    }

    /** @throws IllegalArgumentException when there is no such prompt, or its replies are text */
    public static Prompt load(String name) {
        var prompt = find(name, "decouple-1");
        if (prompt.reader == null) {
            throw new IllegalArgumentException(
                    "prompt '%s' asks for text, not for JSON. Maybe 'decouple-1'".formatted(name));
        }
        return prompt;
    }

    /** @throws IllegalArgumentException when there is no such prompt, or its replies are JSON */
    public static Prompt loadText(String name) {
        var prompt = find(name, "solve-1");
        if (prompt.reader != null) {
            throw new IllegalArgumentException(
                    "prompt '%s' asks for JSON, not for text. Maybe 'solve-1'".formatted(name));
        }
        return prompt;
    }

    private static Prompt find(String name, String known) {
        return LOADED.computeIfAbsent(name, folder -> {
            if (!NAME.matcher(name).matches() || !there(folder, "user.md")) {
                throw new IllegalArgumentException("there is no prompt '%s'. Maybe '%s'".formatted(name, known));
            }
            return new Prompt(folder, name);
        });
    }

    /** @throws IllegalArgumentException when there is no such prompt, or it has no such part */
    public static Prompt load(String name, String part) {
        return LOADED.computeIfAbsent(name + "/" + part, folder -> {
            if (!NAME.matcher(name).matches() || !NAME.matcher(part).matches() || !there(folder, "user.md")) {
                throw new IllegalArgumentException(
                        "there is no prompt '%s' for '%s'. Maybe 'evolve-1'".formatted(name, part));
            }
            return new Prompt(folder, name + "-" + part);
        });
    }

    public String hash() {
        return hash;
    }

    public ChatRequest request(Seed seed, Sampling sampling) {
        return request(filling(seed), sampling);
    }

    /** @param filling what goes to which place in brackets, such as {@code question}; the others stay empty */
    public ChatRequest request(Map<String, String> filling, Sampling sampling) {
        var request = ChatRequest.of(sampling, Message.system(system), Message.user(filled(user, filling)));
        return reader == null ? request : request.withSchema(reader.schema());
    }

    public ChatRequest repair(Seed seed, ChatRequest earlier, ChatReply.Choice reply, String feedback) {
        var filling = new HashMap<>(filling(seed));
        filling.put("feedback", feedback);
        return earlier.then(
                Message.assistant(reply.text().isBlank() ? "(nothing)" : reply.text()),
                Message.user(filled(repair, filling)));
    }

    /** @throws IllegalStateException when the prompt has no schema, so that replies are text */
    public Reading read(ChatReply.Choice reply) {
        if (reader == null) {
            throw new IllegalStateException("a prompt without a schema asks for text");
        }
        return reader.read(reply);
    }

    private static Map<String, String> filling(Seed seed) {
        return Map.of("question", seed.question(), "answer", seed.answer() == null ? "not known" : seed.answer());
    }

    /** In one pass, so that brackets in a problem stay as they are. */
    private static String filled(String text, Map<String, String> filling) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(filling.getOrDefault(place.group(1), "")));
    }

    private static boolean there(String folder, String file) {
        return Prompt.class.getResource(path(folder, file)) != null;
    }

    private static String path(String folder, String file) {
        return "/prompts/%s/%s".formatted(folder, file);
    }

    private static String textIfThere(String folder, String file) {
        return there(owner(folder, file), file) ? text(folder, file) : "";
    }

    /** The folder that has the file, or the one that the parts share. */
    private static String owner(String folder, String file) {
        int parent = folder.indexOf('/');
        return there(folder, file) || parent < 0 ? folder : folder.substring(0, parent);
    }

    private static String text(String folder, String file) {
        try (var resource = Prompt.class.getResourceAsStream(path(owner(folder, file), file))) {
            if (resource == null) {
                throw new IllegalStateException("prompt %s has no %s".formatted(folder, file));
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
