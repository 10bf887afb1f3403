package io.infinimill.generator.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.Evolver.Plan;
import io.infinimill.generator.Evolver.Said;
import io.infinimill.generator.evolved.Mutation;
import io.infinimill.model.Seed;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EvolvedTest {

    private static final List<String> ALL =
            Arrays.stream(Mutation.values()).map(Mutation::label).toList();
    private static final Seed SEED = new Seed(
            "1",
            "set",
            "jsonl",
            "Pia has 4 coins [answer] and finds 3. How many has she?",
            "7",
            null,
            Map.of("topic", "comparison"));

    @Test
    void everyMutationHasAPromptThatTellsTheProblem() {
        for (var mutation : ALL) {
            var plan = new Plan(SEED, mutation, "area");
            var asked = text(evolved(ALL).write(plan, "tell it backwards"));
            assertThat(asked).contains(SEED.question()).doesNotContain("[question]", "[topic]", "[suggestion]");
            if (mutation.equals("new-topic")) {
                assertThat(asked).contains("\"area\"");
            }
            if (mutation.equals("harder")) {
                assertThat(asked).contains("tell it backwards");
                assertThat(text(Objects.requireNonNull(evolved(ALL).suggest(plan))))
                        .contains(SEED.question());
            } else {
                assertThat(evolved(ALL).suggest(plan)).isNull();
            }
        }
        assertThat(text(evolved(ALL).solve("What is 2 + 2?")))
                .contains("What is 2 + 2?")
                .doesNotContain("Answer");
    }

    @Test
    void readsRepliesAndNamesWhatCannotBeRead() {
        var plan = new Plan(SEED, "added-step", null);
        var good = "Pia has 4 coins and finds 3. She spends 2. How many are left?";
        assertThat(evolved(ALL).written(plan, reply("{\"question\": \" %s \"}".formatted(good))))
                .isEqualTo(new Said.Text(good));
        assertThat(reason(evolved(ALL).written(plan, reply("Sure!")))).isEqualTo("not_json");
        assertThat(reason(evolved(ALL).written(plan, reply("{\"problem\": \"x\"}"))))
                .isEqualTo("wrong_schema");
        assertThat(reason(evolved(ALL).written(plan, reply("{\"question\": \"How many?\"}"))))
                .isEqualTo("no_numbers");
        assertThat(evolved(ALL).suggestion(reply("{\"suggestions\": [\"first\", \"second\"]}")))
                .isEqualTo(new Said.Text("first"));
        assertThat(evolved(ALL).solved(reply("{\"program\": \"```python\\ndef solution():\\n    return 1\\n```\"}")))
                .isEqualTo(new Said.Text("def solution():\n    return 1"));
    }

    @Test
    void mutationsShareTheSeedsAndNewTopicsGoWhereTheSetIsThin() {
        var plans = IntStream.range(0, 600)
                .mapToObj(i -> new Seed("seed" + i, "set", "jsonl", "q", "1", null, Map.of("topic", "ages")))
                .map(seed -> evolved(ALL).plan(seed, Map.of("ages", 590L, "area", 10L)))
                .toList();

        assertThat(plans.stream().collect(Collectors.groupingBy(Plan::mutation, Collectors.counting())))
                .containsOnlyKeys(ALL)
                .allSatisfy((_, count) -> assertThat(count).isBetween(70L, 130L));
        assertThat(plans)
                .allSatisfy(plan ->
                        assertThat(plan.topic()).isEqualTo(plan.mutation().equals("new-topic") ? "area" : "ages"));
    }

    @Test
    void anotherRoundAsksAnew() {
        var plan = new Plan(SEED, "inverse", null);
        assertThat(evolved(ALL, 2).write(plan, "").hash("m"))
                .isNotEqualTo(evolved(ALL, 1).write(plan, "").hash("m"));
    }

    @Test
    void refusesWhatCannotRun() {
        assertThatThrownBy(() -> evolved(List.of("upside-down")))
                .hasMessageContaining("'upside-down'")
                .hasMessageContaining("known: ");
        assertThatThrownBy(() -> evolved(List.of())).hasMessageContaining("mutations is []");
        assertThatThrownBy(() -> evolved(List.of("inverse"))).hasMessageContaining("topics is [area, ages]");
        assertThatThrownBy(() -> new Evolved("a", List.of("b"), ALL, List.of("x"), "evolve-9", 1, 9, 3, 1))
                .hasMessageContaining("there is no prompt 'evolve-9'");
        assertThatThrownBy(() -> new Evolved("a", List.of("b"), ALL, List.of("x"), "evolve-1", 0, 9, 3, 1))
                .hasMessageContaining("temperature is 0");
        assertThatThrownBy(() -> new Evolved("a", List.of("b"), ALL, List.of("x"), "evolve-1", 1, 9, 2, 1))
                .hasMessageContaining("solutions and round are 2 and 1");
    }

    private static Evolved evolved(List<String> mutations) {
        return evolved(mutations, 1);
    }

    private static Evolved evolved(List<String> mutations, int round) {
        return new Evolved(
                "writer", List.of("one", "two"), mutations, List.of("area", "ages"), "evolve-1", 0.8, 512, 5, round);
    }

    private static ChatReply.Choice reply(String text) {
        return new ChatReply.Choice(text, ChatReply.Finish.STOP, null);
    }

    private static String reason(Said said) {
        return ((Said.Nothing) said).refused().reason();
    }

    private static String text(ChatRequest request) {
        return ((Message.Text) request.messages().getLast().parts().getFirst()).text();
    }
}
