package io.infinimill.teacher;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A model in a file, which runs in this process.
 *
 * @param model the name it goes by
 * @param contextTokens of one request, prompt and reply
 * @param threads that compute
 * @param slots how many requests are worked on at once
 */
public record ModelSettings(Path file, String model, int contextTokens, int threads, int slots) {

    public ModelSettings {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new IllegalArgumentException("there is no readable model file %s".formatted(file));
        }
        if (contextTokens < 1 || threads < 1 || slots < 1) {
            throw new IllegalArgumentException("context-tokens is %d, threads %d and slots %d; each is at least 1"
                    .formatted(contextTokens, threads, slots));
        }
    }

    /** @throws TeacherException.Refused when a prompt of so many tokens leaves too little room for the reply */
    public void requireRoom(int promptTokens, Sampling sampling) throws TeacherException.Refused {
        if (promptTokens + sampling.maxTokens() > contextTokens) {
            throw TeacherException.Refused.onlyThis(
                    "%d tokens of prompt and %d of reply do not fit in the context of %d"
                            .formatted(promptTokens, sampling.maxTokens(), contextTokens));
        }
    }
}
