package io.infinimill.generator.operator;

import io.infinimill.generator.Decoupling;
import io.infinimill.generator.Evolver;
import io.infinimill.generator.evolved.Mutation;
import io.infinimill.generator.evolved.Planning;
import io.infinimill.generator.taught.Prompt;
import io.infinimill.generator.taught.Proposing;
import io.infinimill.model.Seed;
import io.infinimill.operator.Purpose;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Sampling;
import io.infinimill.teacher.structured.Reading;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * New problems from old ones, without a known answer: an answer is believed when more than half of independent solutions,
 * each a program that is executed, come to it, and when it is what the mutation says it must be.
 *
 * <p>Reason codes: {@code not_json wrong_schema cut_off withheld} of a reply, those of {@link Mutation}, and of the step
 * {@code no_majority}.
 */
@Purpose("has a teacher make a new problem of each seed, and believes the answer on which independent solutions agree")
record Evolved(
        @Purpose("the teacher that writes the problems, by its name in the configuration")
        String author,

        @Purpose("the teachers that solve them, in turn; one of another family than the author's is more independent")
        List<String> solvers,

        @Purpose(
                "what is done to a seed, each its share: added-step, harder, inverse, new-context, new-topic, new-unit")
        List<String> mutations,

        @Purpose("what new-topic chooses from, most where the seed set has least; empty without new-topic")
        List<String> topics,

        @Purpose("the prompts, by the name of their files") String prompt,

        @Purpose("0 for the likeliest reply") double temperature,

        @Purpose("of one reply at most") int maxTokens,

        @Purpose("independent solutions, of which more than half must agree")
        int solutions,

        @Purpose("1 for the first new problem of each seed, 2 for another one, and so on")
        int round)
        implements Evolver {

    private static final String FUNCTION = "solution";
    private static final int MOST = 25;
    private static final int FEWEST = 3;

    Evolved {
        if (author.isBlank() || solvers.isEmpty() || Set.copyOf(solvers).size() < solvers.size()) {
            throw new IllegalArgumentException(
                    "author is '%s' and solvers %s; they want one, and one or more, each once"
                            .formatted(author, solvers));
        }
        if (mutations.isEmpty() || Set.copyOf(mutations).size() < mutations.size()) {
            throw new IllegalArgumentException("mutations is %s and wants one or more, each once".formatted(mutations));
        }
        boolean newTopic = mutations.stream().map(Mutation::of).anyMatch(Mutation.NEW_TOPIC::equals);
        if (newTopic == topics.isEmpty() || Set.copyOf(topics).size() < topics.size()) {
            throw new IllegalArgumentException(
                    "topics is %s; new-topic wants one or more, each once, and without it there are none"
                            .formatted(topics));
        }
        if (solutions < FEWEST || solutions > MOST || round < 1) {
            throw new IllegalArgumentException("solutions and round are %d and %d; they go from %d to %d, and from 1"
                    .formatted(solutions, round, FEWEST, MOST));
        }
        if (temperature == 0) {
            throw new IllegalArgumentException(
                    "temperature is 0, so that solutions would be copies of one another. Maybe 0.7");
        }
        Sampling.of(temperature, maxTokens);
        mutations.forEach(mutation -> Prompt.load(prompt, mutation));
    }

    @Override
    public Plan plan(Seed seed, Map<String, Long> counts) {
        return new Planning(mutations.stream().map(Mutation::of).toList(), topics, round).plan(seed, counts);
    }

    @Override
    public @Nullable ChatRequest suggest(Plan plan) {
        return Mutation.of(plan.mutation()) == Mutation.HARDER
                ? Prompt.load(prompt, "suggest")
                        .request(filling(plan, ""), sampling())
                        .withAttempt(round - 1)
                : null;
    }

    /** The first, which is said to be the best. */
    @Override
    public Said suggestion(ChatReply.Choice reply) {
        return said("suggest", reply, value -> value.path("suggestions").path(0).stringValue());
    }

    @Override
    public ChatRequest write(Plan plan, String suggestion) {
        return Prompt.load(prompt, plan.mutation())
                .request(filling(plan, suggestion), sampling())
                .withAttempt(round - 1);
    }

    @Override
    public Said written(Plan plan, ChatReply.Choice reply) {
        var said = said(
                plan.mutation(),
                reply,
                value -> value.path("question").stringValue().strip());
        if (said instanceof Said.Text(String question)) {
            var fault = Mutation.of(plan.mutation()).fault(plan.seed(), question);
            return fault == null ? said : new Said.Nothing(fault);
        }
        return said;
    }

    @Override
    public ChatRequest solve(String question) {
        return Prompt.load(prompt, "solve").request(Map.of("question", question), sampling());
    }

    @Override
    public Said solved(ChatReply.Choice reply) {
        return said(
                "solve",
                reply,
                value -> Proposing.unfenced(value.path("program").stringValue()));
    }

    @Override
    public String function() {
        return FUNCTION;
    }

    @Override
    public Decoupling.@Nullable Refused fault(Plan plan, String question, BigDecimal answer) {
        return Mutation.of(plan.mutation()).fault(plan.seed(), question, answer);
    }

    private Said said(String part, ChatReply.Choice reply, Function<JsonNode, String> text) {
        return switch (Prompt.load(prompt, part).read(reply)) {
            case Reading.Fits(JsonNode value) -> new Said.Text(text.apply(value));
            case Reading other -> new Said.Nothing(Proposing.misread(other));
        };
    }

    private static Map<String, String> filling(Plan plan, String suggestion) {
        return Map.of(
                "question",
                plan.seed().question(),
                "answer",
                String.valueOf(plan.seed().answer()),
                "suggestion",
                suggestion,
                "topic",
                plan.topic() == null ? "" : plan.topic().replace('-', ' '));
    }

    private Sampling sampling() {
        return Sampling.of(temperature, maxTokens);
    }
}
