package io.infinimill.generator.operator;

import io.infinimill.generator.Decoupling;
import io.infinimill.generator.TaughtDecoupler;
import io.infinimill.generator.TrackRecord;
import io.infinimill.generator.taught.Prompt;
import io.infinimill.generator.taught.Proposing;
import io.infinimill.generator.taught.Requirements;
import io.infinimill.generator.taught.Routing;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Seed;
import io.infinimill.operator.Purpose;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Sampling;
import java.util.List;
import java.util.Map;

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

    Taught {
        Requirements.requireTeachers(teachers);
        var _ = Routing.of(routing);
        Requirements.requireTries(attempts, repairs, votes, temperature, maxTokens);
        Requirements.requireShares(mostAlike, mostLeaks);
        var _ = Prompt.load(prompt);
    }

    @Override
    public List<String> route(Seed seed, Map<String, TrackRecord> records) {
        return Routing.of(routing).route(teachers, seed, records);
    }

    @Override
    public String stage() {
        return SampleRejected.GENERATE;
    }

    @Override
    public String promptHash() {
        return Prompt.load(prompt).hash();
    }

    @Override
    public ChatRequest request(Seed seed) {
        return Proposing.bounded(Prompt.load(prompt).request(seed, Sampling.of(temperature, maxTokens)), seed);
    }

    @Override
    public Decoupling read(Seed seed, ChatReply.Choice reply) {
        return Proposing.read(Prompt.load(prompt), seed, reply, toString());
    }

    @Override
    public String program(ChatReply.Choice reply) {
        return Proposing.program(Prompt.load(prompt), reply);
    }

    @Override
    public ChatRequest repair(Seed seed, ChatRequest earlier, ChatReply.Choice reply, String feedback) {
        return Prompt.load(prompt).repair(seed, earlier, reply, feedback);
    }
}
