package io.infinimill.generator.operator;

import io.infinimill.generator.Decoupling;
import io.infinimill.generator.TaughtDecoupler;
import io.infinimill.generator.TrackRecord;
import io.infinimill.generator.annotated.Drafting;
import io.infinimill.generator.taught.Prompt;
import io.infinimill.generator.taught.Requirements;
import io.infinimill.generator.taught.Routing;
import io.infinimill.generator.taught.Solving;
import io.infinimill.model.Seed;
import io.infinimill.operator.Purpose;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Sampling;
import java.util.List;
import java.util.Map;

/**
 * Has a teacher solve the problem in words and equations, without sight of the answer, and decouples the solution as
 * {@code annotated} does a seed's own: a third of the tokens of {@code taught}, and within reach of smaller models. What fails is
 * asked anew rather than mended, since a solution that is bent to a known answer proves nothing.
 *
 * <p>Reason codes of a reply that cannot hold: {@code cut_off withheld no_final_answer wrong_answer wrong_arithmetic}, and
 * those of {@code annotated}; the step adds those of execution.
 */
@Purpose("has a teacher work out the solution, and decouples it without one")
record Solved(
        @Purpose("the teachers, by their names in the configuration")
        List<String> teachers,

        @Purpose(
                "fixed: the first teacher; round-robin: each its share of the seeds; cascade: the next where one fails; arbitrage: the one that lately gave a template for the least, by topic")
        String routing,

        @Purpose("the prompt, by the name of its files") String prompt,

        @Purpose("0 for the likeliest reply") double temperature,

        @Purpose("of one reply at most") int maxTokens,

        @Purpose("how often a teacher is asked until a template holds")
        int attempts,

        @Purpose("independent solutions that must agree on changed numbers; 1 believes the first that holds")
        int votes,

        @Purpose("whether equal numbers that cannot be told apart may stay as they are, in text and program")
        boolean frozenNumbers,

        @Purpose("how much better the chosen reading must fit than any other that gives another program")
        double margin,

        @Purpose("share of near-identical replies among the last 200 at which a job stops; 1 for never")
        double mostAlike,

        @Purpose("share of replies that name a model or its maker at which a job stops; 1 for never")
        double mostLeaks)
        implements TaughtDecoupler {

    /** With these a small model goes on to problems of its own. */
    private static final String[] STOP = {"\nProblem:"};

    Solved {
        Requirements.requireTeachers(teachers);
        var _ = Routing.of(routing);
        Requirements.requireTries(attempts, 0, votes, temperature, maxTokens);
        Requirements.requireShares(mostAlike, mostLeaks);
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("margin is %s. Maybe 1".formatted(margin));
        }
        var _ = Prompt.loadText(prompt);
    }

    @Override
    public List<String> route(Seed seed, Map<String, TrackRecord> records) {
        return Routing.of(routing).route(teachers, seed, records);
    }

    @Override
    public String stage() {
        return "solve";
    }

    @Override
    public String promptHash() {
        return Prompt.loadText(prompt).hash();
    }

    @Override
    public ChatRequest request(Seed seed) {
        return Prompt.loadText(prompt)
                .request(seed, Sampling.of(temperature, maxTokens).withStop(STOP));
    }

    @Override
    public Decoupling read(Seed seed, ChatReply.Choice reply) {
        return new Solving(new Drafting(frozenNumbers, margin, toString())).read(seed, reply);
    }
}
