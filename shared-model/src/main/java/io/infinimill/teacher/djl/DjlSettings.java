package io.infinimill.teacher.djl;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model in a file, beside or above which lie {@code config.json}, {@code tokenizer.json} and
 * {@code tokenizer_config.json}.
 *
 * @param file in ONNX format: a decoder with past keys and values
 * @param model the name it goes by
 * @param contextTokens of one request, prompt and reply
 * @param threads that compute
 * @param slots how many requests are worked on at once
 */
public record DjlSettings(Path file, String model, int contextTokens, int threads, int slots) {

    public DjlSettings {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("there is no readable model file %s".formatted(file));
        }
        if (contextTokens < 1 || threads < 1 || slots < 1) {
            throw new IllegalArgumentException("context-tokens is %d, threads %d and slots %d; each is at least 1"
                    .formatted(contextTokens, threads, slots));
        }
    }
}
