package io.infinimill.generator;

import io.infinimill.model.Seed;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Has a teacher make a new problem of each seed, and teachers solve it. Pure: it words requests and reads replies; the
 * step asks, executes the solutions, and counts.
 */
public interface Evolver {

    /** The teacher that writes the problems. */
    String author();

    /** The teachers that solve them, in turn. */
    List<String> solvers();

    /** How many independent solutions a new problem gets, of which more than half must agree. */
    int solutions();

    /**
     * What is to become of a seed.
     *
     * @param mutation as recipes write it
     * @param topic of the new problem, or null where nothing is known of it
     */
    record Plan(Seed seed, String mutation, @Nullable String topic) {}

    /**
     * @param topics how many seeds of the set each topic has; those that say none are under the empty text
     */
    Plan plan(Seed seed, Map<String, Long> topics);

    /** Asks for a suggestion before the problem is written, or null where the mutation needs none. */
    @Nullable
    ChatRequest suggest(Plan plan);

    /** What the reply suggests, or why it suggests nothing. */
    Said suggestion(ChatReply.Choice reply);

    /**
     * Asks for the new problem.
     *
     * @param suggestion empty where the mutation needs none
     */
    ChatRequest write(Plan plan, String suggestion);

    /** The new problem's text, or what speaks against it. */
    Said written(Plan plan, ChatReply.Choice reply);

    /** Asks for a program that solves the new problem. */
    ChatRequest solve(String question);

    /** The program, to be executed without arguments, or why there is none. */
    Said solved(ChatReply.Choice reply);

    /** The function that a solving program defines. */
    String function();

    /** What speaks against the answer on which the solutions agree, or null. */
    Decoupling.@Nullable Refused fault(Plan plan, String question, BigDecimal answer);

    /** What a reply says, or why it cannot be used. */
    sealed interface Said {

        record Text(String text) implements Said {}

        record Nothing(Decoupling.Refused refused) implements Said {}
    }
}
