package io.infinimill.teacher.djl;

import ai.djl.ndarray.types.Shape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the files beside a model say of it, as Hugging Face's exports have them: in its folder, or in the one above. */
final class ModelFiles {

    private static final String CONFIG = "config.json";

    private final Path folder;
    private final JsonNode config;
    private final JsonNode tokenizerConfig;
    private final String template;

    /** @throws IllegalArgumentException when one of them is missing */
    ModelFiles(Path model) throws IOException {
        var own = model.toAbsolutePath().resolveSibling(".").normalize();
        var above = own.resolve("..").normalize();
        folder = !Files.exists(own.resolve(CONFIG)) && Files.exists(above.resolve(CONFIG)) ? above : own;
        config = read(CONFIG);
        tokenizerConfig = read("tokenizer_config.json");
        template = readTemplate();
    }

    Path tokenizer() {
        return require("tokenizer.json");
    }

    /** Of the keys, or the values, that one layer keeps of an empty text. */
    Shape emptyPast() {
        var heads = number("num_attention_heads");
        var keyHeads = config.path("num_key_value_heads").asLong(heads);
        var size = config.path("head_dim").asLong(0);
        return new Shape(1, keyHeads, 0, size > 0 ? size : number("hidden_size") / heads);
    }

    /** The tokens that end a reply. */
    Set<Integer> ends() throws IOException {
        var ends = new TreeSet<Integer>();
        add(config.path("eos_token_id"), ends);
        if (Files.exists(folder.resolve("generation_config.json"))) {
            add(read("generation_config.json").path("eos_token_id"), ends);
        }
        if (ends.isEmpty()) {
            throw new IllegalArgumentException("%s/config.json has no eos_token_id".formatted(folder));
        }
        return ends;
    }

    /** What is written before a chat. */
    String beginning() {
        var token = tokenizerConfig.path("bos_token");
        var text = token.isObject() ? token.path("content").asString("") : token.asString("");
        return ChatFormat.begins(template) ? text : "";
    }

    /** Of chats, in Jinja. */
    String template() {
        return template;
    }

    private String readTemplate() throws IOException {
        var file = folder.resolve("chat_template.jinja");
        if (Files.exists(file)) {
            return Files.readString(file);
        }
        var configured = tokenizerConfig.path("chat_template");
        if (!configured.isString()) {
            throw new IllegalArgumentException(
                    "%s has no chat_template. Maybe the model was not made for chats; one that was has \"Instruct\" or \"it\" in its name"
                            .formatted(folder.resolve("tokenizer_config.json")));
        }
        return configured.asString();
    }

    private long number(String name) {
        var value = config.path(name);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException("%s/config.json has no %s".formatted(folder, name));
        }
        return value.asLong();
    }

    private static void add(JsonNode ids, Set<Integer> ends) {
        if (ids.isArray()) {
            ids.forEach(id -> ends.add(id.asInt()));
        } else if (ids.isIntegralNumber()) {
            ends.add(ids.asInt());
        }
    }

    private JsonNode read(String name) throws IOException {
        return JsonMapper.shared().readTree(Files.readString(require(name)));
    }

    private Path require(String name) {
        var file = folder.resolve(name);
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException("""
                    there is no readable %s. Maybe copy it from where the model comes from: config.json, tokenizer.json and \
                    tokenizer_config.json belong to it""".formatted(file));
        }
        return file;
    }
}
