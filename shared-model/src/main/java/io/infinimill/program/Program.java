package io.infinimill.program;

import org.jspecify.annotations.Nullable;

/**
 * Python source to run, from anywhere: it is not trusted.
 *
 * @param source the text of the program
 * @param function name of the function to call, whose returned number is the value; null for a standalone text, whose
 *     value is what it printed last, else its variable {@code ans}, else what the last function it called returned
 */
public record Program(String source, @Nullable String function) {

    /** A whole text that prints its answer, such as the program-of-thought of a sample. */
    public static Program standalone(String source) {
        return new Program(source, null);
    }
}
