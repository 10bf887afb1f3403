package io.infinimill.generator;

import io.infinimill.model.Seed;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import java.util.List;

/**
 * Has a teacher separate a problem from its numbers. Pure: it words requests and reads replies; the step asks, executes
 * what comes back, and counts.
 */
public interface TaughtDecoupler {

    /** The teachers that are to be asked about a seed, by name; the next where the one before does not succeed. */
    List<String> route(Seed seed);

    /** All teachers that it may name. */
    List<String> teachers();

    /** How often the same teacher is asked anew, without sight of its earlier replies, until a template holds. */
    int attempts();

    /** How often a teacher may mend what failed. */
    int repairs();

    /** How many independent replies must agree on changed numbers before one is believed. */
    int votes();

    /** Names the prompt by its content. */
    String promptHash();

    ChatRequest request(Seed seed);

    /** What the reply proposes, not yet executed, or why it cannot hold. */
    Decoupling read(Seed seed, ChatReply.Choice reply);

    /** The program as the reply has it, or the whole reply where it has none. */
    String program(ChatReply.Choice reply);

    /** Goes on with the chat: what the reply lacks. */
    ChatRequest repair(Seed seed, ChatRequest earlier, ChatReply.Choice reply, String feedback);
}
