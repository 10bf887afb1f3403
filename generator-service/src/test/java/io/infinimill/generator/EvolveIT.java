package io.infinimill.generator;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.model.SampleRejected;
import io.infinimill.model.Template;
import io.infinimill.model.TemplateVerified;
import io.infinimill.model.Topics;
import io.infinimill.model.Variable;
import io.infinimill.teacher.fake.Asked;
import io.infinimill.teacher.fake.Behaviour;
import io.infinimill.teacher.fake.FakeTeacher;
import io.infinimill.teacher.fake.Script;
import io.infinimill.wire.Wire;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * New problems from old: an author that does every other seed well and the others badly, each in its mutation's own way,
 * and solvers of whom one in three is wrong.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EvolveIT {

    private static final int PARENTS = 60;

    private RunningGenerator generator;

    @BeforeAll
    void start() throws Exception {
        generator = new RunningGenerator();
    }

    @AfterAll
    void stop() throws Exception {
        generator.close();
    }

    /** A seed of the test: stamps, packs and how many are in each. */
    private record Parent(int number) {

        int stamps() {
            return 40 + number;
        }

        int packs() {
            return 2 + number % 5;
        }

        int each() {
            return 7 + number % 6;
        }

        int answer() {
            return stamps() + packs() * each();
        }

        String name() {
            return "Mi" + (char) ('a' + number % 26) + (char) ('a' + number / 26) + "na";
        }

        boolean good() {
            return number % 2 == 0;
        }

        String question() {
            return "%s has %d stamps. She buys %d packs with %d stamps each. How many stamps does she have then?"
                    .formatted(name(), stamps(), packs(), each());
        }
    }

    /**
     * What the author writes.
     *
     * @param text with names of variables in braces
     * @param computed the answer as an expression of them
     * @param reason why it is to be refused, or empty
     */
    private record Child(String text, Map<String, Integer> values, String computed, String reason) {

        String question() {
            var question = text;
            for (var value : values.entrySet()) {
                question = question.replace(
                        "{" + value.getKey() + "}", value.getValue().toString());
            }
            return question;
        }

        String solution() {
            return "def solution():\n%s    return %s\n"
                    .formatted(
                            values.entrySet().stream()
                                    .map(value -> "    %s = %d\n".formatted(value.getKey(), value.getValue()))
                                    .collect(Collectors.joining()),
                            computed);
        }

        String decoupled() {
            return PrimerReplies.reply(
                    text,
                    values.entrySet().stream()
                            .map(value -> new Variable(
                                    value.getKey(),
                                    Variable.INTEGER,
                                    "stamps",
                                    BigDecimal.ONE,
                                    BigDecimal.TEN,
                                    BigDecimal.ONE,
                                    BigDecimal.valueOf(value.getValue()),
                                    Variable.USED))
                            .toList(),
                    "def computed(%s):\n    # what is asked for\n    result = %s\n    return result\n"
                            .formatted(String.join(", ", values.keySet()), computed));
        }
    }

    private static Child child(Parent parent, String mutation) {
        var name = parent.name();
        var values = Map.of("stamps", parent.stamps(), "packs", parent.packs(), "each", parent.each());
        var begin = name + " has {stamps} stamps. She buys {packs} packs with {each} stamps each. ";
        return switch (mutation) {
            case "added-step" ->
                parent.good()
                        ? new Child(
                                begin + "She gives {gone} away. How many are left?",
                                with(values, "gone", 19),
                                "stamps + packs * each - gone",
                                "")
                        : new Child(
                                begin + "She is {age} years old. How many stamps does she have then?",
                                with(values, "age", 19),
                                "stamps + packs * each + 0 * age",
                                "step_without_effect");
            case "inverse" ->
                new Child(
                        name + " has {all} stamps after she bought {packs} packs with {each} stamps each. "
                                + (parent.good()
                                        ? "How many had she before?"
                                        : "How many did she not buy in the first pack?"),
                        without(with(values, "all", parent.answer()), "stamps"),
                        parent.good() ? "all - packs * each" : "all - each + 1000",
                        parent.good() ? "" : "not_inverse");
            case "new-context" ->
                new Child(
                        "A baker, " + name
                                + ", has {stamps} rolls and bakes {packs} trays of {each} rolls. How many rolls are there?",
                        parent.good() ? values : with(values, "each", 23),
                        "stamps + packs * each",
                        parent.good() ? "" : "numbers_changed");
            case "new-unit" ->
                parent.good()
                        ? new Child(
                                begin + "A stamp weighs {gram} grams. How many grams do all stamps weigh?",
                                with(values, "gram", 3),
                                "(stamps + packs * each) * gram",
                                "")
                        : new Child(
                                begin + "How many stamps does she have then?",
                                with(values, "each", 23),
                                "stamps + packs * each",
                                "unchanged");
            case "harder" ->
                new Child(
                        name
                                + " has {stamps} stamps, which is {more} more than {packs} packs of equally many. How many are in some packs?",
                        Map.of("stamps", parent.packs() * 15 + 21, "more", 21, "packs", parent.packs()),
                        "(stamps - more) / packs",
                        parent.good() ? "" : "no_majority");
            default ->
                new Child(
                        "A field of " + name
                                + " is {long} metres long and {wide} metres wide. How many square metres has it?",
                        Map.of("long", 3 + parent.stamps(), "wide", parent.stamps()),
                        "long * wide",
                        parent.good() ? "" : "not_json");
        };
    }

    private static Map<String, Integer> with(Map<String, Integer> values, String name, int value) {
        var more = new HashMap<>(values);
        more.put(name, value);
        return more;
    }

    private static Map<String, Integer> without(Map<String, Integer> values, String name) {
        var less = new HashMap<>(values);
        less.remove(name);
        return less;
    }

    private final Map<String, Child> children = new ConcurrentHashMap<>();

    private String says(Asked asked) {
        var text = asked.texts().get(1);
        var problem = text.substring("Problem: ".length(), text.indexOf("\n") < 0 ? text.length() : text.indexOf("\n"));
        var known = children.get(problem);
        if (known == null) {
            return writes(problem, text);
        }
        return text.contains("\nAnswer: ")
                ? known.decoupled()
                : Wire.MAPPER.writeValueAsString(Map.of("program", solves(known, asked.times())));
    }

    /** The second of three solutions is wrong; nobody agrees on what cannot be answered. */
    private static String solves(Child child, int time) {
        return child.reason().equals("no_majority") || time == 1
                ? "def solution():\n    return %d\n".formatted(77_000 + time)
                : child.solution();
    }

    private String writes(String problem, String text) {
        var parent = IntStream.range(0, PARENTS)
                .mapToObj(Parent::new)
                .filter(one -> one.question().equals(problem))
                .findFirst()
                .orElseThrow();
        if (text.contains("How could this problem be made harder?")) {
            return "{\"suggestions\": [\"Ask for the size of a pack.\"]}";
        }
        var mutation = Map.of(
                        "Turn the problem round", "inverse",
                        "go on by one step", "added-step",
                        "as another story", "new-context",
                        "change a unit", "new-unit",
                        "Ask for the size of a pack.", "harder",
                        "of the topic \"area\"", "new-topic")
                .entrySet()
                .stream()
                .filter(entry -> text.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
        var child = child(parent, mutation);
        children.put(child.question(), child);
        return child.reason().equals("not_json")
                ? "Here is a nice problem."
                : Wire.MAPPER.writeValueAsString(Map.of("question", child.question()));
    }

    @Test
    void newProblemsAreKeptWhenSolutionsAgreeAndTheMutationHolds() throws Exception {
        try (var teacher = FakeTeacher.start(Behaviour.instant(), Script.saying(this::says));
                var _ = generator.start(
                        "--infinimill.generator.teachers.local.url=" + teacher.address(),
                        "--infinimill.generator.teachers.local.model=evolving")) {
            upload();
            var job = submit();

            var done = generator.await(
                    "/jobs/" + job,
                    view -> view.at("/seeds/decoupled").asLong()
                                    + view.at("/seeds/refused").asLong()
                            == PARENTS);

            var expected =
                    children.values().stream().collect(Collectors.groupingBy(Child::reason, Collectors.counting()));
            assertThat(expected).as("every way to fail has its seeds").hasSize(7);
            long good = Objects.requireNonNull(expected.get(""));
            assertThat(done.at("/seeds/decoupled").asLong()).isEqualTo(good);
            var refused = generator.read(
                    Topics.SAMPLES_REJECTED,
                    SampleRejected.class,
                    event -> event.sample().jobId().equals(job)
                            && event.operator().equals("evolved"),
                    PARENTS / 2);
            var reasons =
                    refused.stream().collect(Collectors.groupingBy(SampleRejected::reason, Collectors.counting()));
            assertThat(Stream.concat(reasons.entrySet().stream(), Stream.of(Map.entry("", good)))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)))
                    .isEqualTo(expected);
            var kept = generator.read(
                    Topics.TEMPLATES_VERIFIED,
                    TemplateVerified.class,
                    event -> event.jobId().equals(job),
                    (int) good);
            assertThat(kept).hasSize((int) good).allSatisfy(event -> isWhatWasMade(event.template()));
            assertThat(done.at("/spending/teachers").findValuesAsString("stage"))
                    .contains("evolve", "solve", "generate");
        }
    }

    private void isWhatWasMade(Template template) {
        var seed = template.seed();
        var child = Objects.requireNonNull(children.get(seed.question()));
        assertThat(child.reason()).isEmpty();
        assertThat(template.generalQuestion()).isEqualTo(child.text());
        assertThat(seed.attributes())
                .containsKeys("parent", "mutation", "topic")
                .containsEntry("author", "local")
                .containsEntry("agreement", "2 of 3");
        assertThat(template.verification().actual()).isEqualTo(seed.answer());
    }

    private void upload() {
        generator.post(
                "/seed-sets/stamps?format=jsonl",
                IntStream.range(0, PARENTS)
                        .mapToObj(Parent::new)
                        .map(parent -> Wire.MAPPER.writeValueAsString(Map.of(
                                "question", parent.question(),
                                "answer", Integer.toString(parent.answer()),
                                "topic", "stamps")))
                        .collect(Collectors.joining("\n")));
    }

    private String submit() {
        Function<Map<String, Object>, Function<String, Map<String, Object>>> use =
                parameters -> name -> Map.of("operator", name, "parameters", parameters);
        var evolved = Map.<String, Object>of(
                "author",
                "local",
                "solvers",
                List.of("local"),
                "mutations",
                List.of("added-step", "harder", "inverse", "new-context", "new-topic", "new-unit"),
                "topics",
                List.of("area"),
                "prompt",
                "evolve-1",
                "temperature",
                0.8,
                "max-tokens",
                512,
                "solutions",
                3,
                "round",
                1);
        var taught = new HashMap<String, Object>(Map.of(
                "teachers", List.of("local"),
                "routing", "fixed",
                "prompt", "decouple-1",
                "temperature", 0,
                "max-tokens", 1024,
                "attempts", 1,
                "repairs", 0,
                "votes", 1,
                "most-alike", 1));
        taught.put("most-leaks", 1);
        var variants = Map.<String, Object>of("answer", "both", "docstring", true, "forms", 1, "most", 2, "seed", 1);
        var recipe = Map.of(
                "name",
                "evolving",
                "generate",
                List.of(
                        use.apply(evolved).apply("evolved"),
                        use.apply(taught).apply("taught"),
                        use.apply(variants).apply("variants")),
                "filter",
                List.of(),
                "judge",
                List.of());
        return generator
                .post(
                        "/jobs",
                        Wire.MAPPER.writeValueAsString(
                                Map.of("recipe", recipe, "seedSet", "stamps", "dataset", "stamps")))
                .get("id")
                .asString();
    }
}
