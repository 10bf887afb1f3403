package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * What a teacher had to do with a template.
 *
 * @param teacher its name in the configuration
 * @param model what it runs, as it names itself
 * @param prompt hash of the prompt and its schema
 * @param licence of what it says, as the configuration states it, or null
 * @param tokensIn tokens of all requests for this template, whether they were paid or known
 * @param tokensOut tokens of all replies
 * @param millis how long the teacher took in all
 * @param correction the program that failed and why, where a second round mended it, else null
 */
public record Teaching(
        String teacher,
        String model,
        String prompt,
        @Nullable String licence,
        Long tokensIn,
        Long tokensOut,
        Long millis,
        @Nullable Correction correction) {

    public Teaching {
        required("Teaching", "teacher", teacher);
        required("Teaching", "model", model);
        required("Teaching", "prompt", prompt);
        required("Teaching", "tokensIn", tokensIn);
        required("Teaching", "tokensOut", tokensOut);
        required("Teaching", "millis", millis);
    }
}
