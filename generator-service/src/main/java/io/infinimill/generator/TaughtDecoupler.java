package io.infinimill.generator;

import io.infinimill.model.Seed;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import java.util.List;
import java.util.Map;

/**
 * Has a teacher separate a problem from its numbers. Pure: it words requests and reads replies; the step asks, executes
 * what comes back, and counts.
 */
public interface TaughtDecoupler {

    /**
     * The teachers that are to be asked about a seed, by name; the next where the one before does not succeed.
     *
     * @param records of the teachers of which something is known, with problems of the seed's topic
     */
    List<String> route(Seed seed, Map<String, TrackRecord> records);

    /** All teachers that it may name. */
    List<String> teachers();

    /** How often the same teacher is asked anew, without sight of its earlier replies, until a template holds. */
    int attempts();

    /** How often a teacher may mend what failed; 0 where it is only asked anew. */
    default int repairs() {
        return 0;
    }

    /** How many independent replies must agree on changed numbers before one is believed. */
    int votes();

    /** The share of near-identical replies from which on a job is stopped; 1 for never. */
    double mostAlike();

    /** The share of replies that name a model or its maker from which on a job is stopped; 1 for never. */
    double mostLeaks();

    /** What the requests are for, as the ledger names it. */
    String stage();

    /** Names the prompt by its content. */
    String promptHash();

    ChatRequest request(Seed seed);

    /** What the reply proposes, not yet executed, or why it cannot hold. */
    Decoupling read(Seed seed, ChatReply.Choice reply);

    /** The program of the reply, cut as {@link #read} cuts it, or the whole reply where it has none. */
    default String program(ChatReply.Choice reply) {
        throw new UnsupportedOperationException("nothing is mended");
    }

    /** Goes on with the chat: what the reply lacks. */
    default ChatRequest repair(Seed seed, ChatRequest earlier, ChatReply.Choice reply, String feedback) {
        throw new UnsupportedOperationException("nothing is mended");
    }
}
