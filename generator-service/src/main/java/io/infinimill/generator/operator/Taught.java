package io.infinimill.generator.operator;

import io.infinimill.generator.Decoupling;
import io.infinimill.generator.TaughtDecoupler;
import io.infinimill.generator.TrackRecord;
import io.infinimill.generator.taught.Arbitrage;
import io.infinimill.generator.taught.Prompt;
import io.infinimill.generator.taught.Proposing;
import io.infinimill.model.Hash;
import io.infinimill.model.Seed;
import io.infinimill.operator.Purpose;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Sampling;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * InfinityMATH's pipeline (CIKM '24, arXiv:2408.07089): one multi-task request gives the general question, its numbers,
 * a program and ranges; a program that fails is mended once, with the correct answer at hand.
 *
 * <p>Reason codes of a reply that cannot hold: {@code not_json wrong_schema cut_off withheld no_function bad_program
 * bad_name value_not_whole constant_in_program answer_in_program unexplained_constant constant_program braces
 * unknown_placeholder question_changed value_not_in_question parameters_differ variable_not_in_question}; the step adds
 * those of execution.
 */
@Purpose("has a teacher write the general question, its numbers and a program, and mend what fails")
record Taught(
        @Purpose("the teachers, by their names in the configuration")
        List<String> teachers,

        @Purpose(
                "fixed: the first teacher; round-robin: each its share of the seeds; cascade: the next where one fails; arbitrage: the one that lately gave a template for the least, by topic")
        String routing,

        @Purpose("the prompt, by the name of its files") String prompt,

        @Purpose("0 for the likeliest reply") double temperature,

        @Purpose("of one reply at most") int maxTokens,

        @Purpose("how often a teacher is asked anew until a template holds")
        int attempts,

        @Purpose("how often a teacher may mend what failed; InfinityMATH allows 1")
        int repairs,

        @Purpose("independent replies that must agree on changed numbers; 1 believes the first that holds")
        int votes,

        @Purpose("share of near-identical replies among the last 200 at which a job stops; 1 for never")
        double mostAlike,

        @Purpose("share of replies that name a model or its maker at which a job stops; 1 for never")
        double mostLeaks)
        implements TaughtDecoupler {

    private static final Set<String> ROUTINGS = Set.of("arbitrage", "cascade", "fixed", "round-robin");
    private static final Map<String, Prompt> PROMPTS = new ConcurrentHashMap<>();
    private static final int MOST = 10;

    Taught {
        if (teachers.isEmpty() || Set.copyOf(teachers).size() < teachers.size()) {
            throw new IllegalArgumentException("teachers is %s and wants one or more, each once".formatted(teachers));
        }
        if (!ROUTINGS.contains(routing)) {
            throw new IllegalArgumentException(
                    "routing is '%s'; known: arbitrage, cascade, fixed, round-robin".formatted(routing));
        }
        if (attempts < 1 || attempts > MOST || repairs < 0 || repairs > MOST || votes < 1 || votes > MOST) {
            throw new IllegalArgumentException(
                    "attempts, repairs and votes are %d, %d and %d; they go to %d, and attempts and votes begin at 1"
                            .formatted(attempts, repairs, votes, MOST));
        }
        if (!(mostAlike > 0 && mostAlike <= 1 && mostLeaks > 0 && mostLeaks <= 1)) {
            throw new IllegalArgumentException(
                    "most-alike and most-leaks are %s and %s; they are shares above 0, at most 1"
                            .formatted(mostAlike, mostLeaks));
        }
        if (attempts + votes > 2 && temperature == 0) {
            throw new IllegalArgumentException(
                    "temperature is 0, so that further attempts and votes would be the same reply. Maybe 0.7");
        }
        Sampling.of(temperature, maxTokens);
        loaded(prompt);
    }

    @Override
    public List<String> route(Seed seed, Map<String, TrackRecord> records) {
        return switch (routing) {
            case "arbitrage" ->
                List.of(Arbitrage.choose(
                        teachers,
                        records,
                        new SplittableRandom(Hash.of("arbitrage", seed.id()).hashCode())));
            case "cascade" -> teachers;
            case "round-robin" -> List.of(teachers.get(Math.floorMod(seed.id().hashCode(), teachers.size())));
            default -> List.of(teachers.getFirst());
        };
    }

    @Override
    public String promptHash() {
        return loaded(prompt).hash();
    }

    @Override
    public ChatRequest request(Seed seed) {
        return loaded(prompt).request(seed, Sampling.of(temperature, maxTokens));
    }

    @Override
    public Decoupling read(Seed seed, ChatReply.Choice reply) {
        return Proposing.read(loaded(prompt), seed, reply, toString());
    }

    @Override
    public String program(ChatReply.Choice reply) {
        return Proposing.program(loaded(prompt), reply);
    }

    @Override
    public ChatRequest repair(Seed seed, ChatRequest earlier, ChatReply.Choice reply, String feedback) {
        return loaded(prompt).repair(seed, earlier, reply, feedback);
    }

    private static Prompt loaded(String name) {
        return PROMPTS.computeIfAbsent(name, Prompt::load);
    }
}
