package io.infinimill.program;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;

/** How one execution of a program ended. */
public sealed interface Outcome {

    /**
     * It ended with a number.
     *
     * @param value an int exactly; a float as the shortest decimal that reads back as the same double, so 0.1 + 0.2 is
     *     0.30000000000000004 and 6 / 2 is 3.0
     * @param locals numeric local variables of the called function as it returned, parameters included, at most 200; of
     *     a standalone text those of the last function it called, else its own variables
     */
    record Returned(BigDecimal value, Map<String, BigDecimal> locals) implements Outcome {

        public Returned {
            locals = Map.copyOf(locals);
        }
    }

    /**
     * It ended otherwise.
     *
     * <ul>
     *   <li>{@code syntax_error}: the source does not compile
     *   <li>{@code no_function}: the source defines no such function
     *   <li>{@code raised}: an exception, its type and message in the detail
     *   <li>{@code no_result}: nothing was returned or printed
     *   <li>{@code not_a_number}: what was returned or printed is not a finite number
     *   <li>{@code too_large}: an integer beyond the range of a double
     *   <li>{@code timeout}: CPU time or wall time ran out
     *   <li>{@code out_of_memory}, {@code output_limit}: what the name says
     *   <li>{@code forbidden}: it tried a file, input, a module that does more than compute, or a system call
     *   <li>{@code crashed}: the interpreter itself fell, the signal in the detail
     *   <li>{@code skipped}: not run, because other executions of the same program had to be ended by force
     *   <li>{@code worker_lost}: the worker went away, twice
     * </ul>
     *
     * @param reason stable code, one of those above
     * @param detail for people, at most 300 characters, partly chosen by the program
     */
    record Failed(String reason, String detail) implements Outcome {

        /** All reason codes. */
        public static final Set<String> REASONS = Set.of(
                "syntax_error",
                "no_function",
                "raised",
                "no_result",
                "not_a_number",
                "too_large",
                "timeout",
                "out_of_memory",
                "output_limit",
                "forbidden",
                "crashed",
                "skipped",
                "worker_lost");

        public Failed {
            if (!REASONS.contains(reason)) {
                throw new IllegalArgumentException("unknown reason %s, known are %s".formatted(reason, REASONS));
            }
        }
    }
}
