package io.infinimill.generator.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.Decoupling;
import io.infinimill.generator.PrimerReplies;
import io.infinimill.generator.PrimerReplies.Problem;
import io.infinimill.generator.taught.Trial;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.program.Outcome;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.Sandbox;
import io.infinimill.program.SandboxSettings;
import io.infinimill.teacher.ChatReply;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

/** Replies of a good and of a bad teacher, read and executed. */
class TaughtTest {

    private static final Taught TAUGHT = new Taught(List.of("local"), "fixed", "decouple-1", 0, 1024, 1, 1, 1, 1, 1);

    private static Sandbox sandbox;
    private static List<Problem> problems;

    @BeforeAll
    static void start() throws IOException {
        sandbox = ProcessSandbox.start(SandboxSettings.standard());
        problems = PrimerReplies.problems();
    }

    @AfterAll
    static void stop() {
        sandbox.close();
    }

    @Test
    void whatAGoodTeacherSaysHolds() throws InterruptedException {
        assertThat(verdicts(Problem::good)).isEqualTo(Map.of("holds", problems.size()));
    }

    @Test
    void aNumberOfTheProblemLeftInTheProgramIsRefused() throws InterruptedException {
        assertThat(verdicts(Problem::constantLeft)).doesNotContainKey("holds");
    }

    @Test
    void theRightAnswerByLuckIsRefused() throws InterruptedException {
        assertThat(verdicts(Problem::luck)).containsOnlyKeys("unexplained_constant");
    }

    @Test
    void aProgramForAnotherProblemIsRefused() throws InterruptedException {
        assertThat(verdicts(
                        problem -> problem.another(problems.get((problems.indexOf(problem) + 7) % problems.size()))))
                .doesNotContainKey("holds");
        // 12 minutes and 3 hours: 12 + 3 + 1 = 3 * 60 / 12 + 1, which only a second opinion finds out
        assertThat(verdicts(Problem::wrong)).isEqualTo(Map.of("holds", 1, "wrong_answer", problems.size() - 1));
    }

    @Test
    void proseIsRefused() throws InterruptedException {
        assertThat(verdicts(Problem::prose)).containsOnlyKeys("not_json");
    }

    @Test
    void anAnswerThatStandsInTheProgramIsRefused() throws InterruptedException {
        assertThat(verdicts(Problem::leak)).doesNotContainKey("holds");
        assertThat(verdicts(problem -> problem.answer().matches("\\d{1,3}") ? problem.ones() : problem.prose()))
                .doesNotContainKey("holds");
    }

    @Test
    void aProgramThatFailedIsCutAsOneThatHolds() {
        var problem = problems.getFirst();
        var reply = (ObjectNode) Wire.MAPPER.readTree(problem.good());
        reply.put(
                "program",
                "```python\n" + reply.path("program").stringValue().stripTrailing() + "\n\nprint(\"done\")\n```");
        var choice = new ChatReply.Choice(reply.toString(), ChatReply.Finish.STOP, null);
        assertThat(TAUGHT.read(problem.seed(), choice))
                .isInstanceOfSatisfying(
                        Decoupling.Decoupled.class,
                        decoupled -> assertThat(TAUGHT.program(choice))
                                .isEqualTo(decoupled.template().program())
                                .startsWith("def ")
                                .doesNotContain("print", "```"));

        reply.put("program", "apples + 1");
        assertThat(TAUGHT.program(new ChatReply.Choice(reply.toString(), ChatReply.Finish.STOP, null)))
                .isEqualTo("apples + 1");
        assertThat(TAUGHT.program(new ChatReply.Choice(problem.prose(), ChatReply.Finish.STOP, null)))
                .isEqualTo(problem.prose());
    }

    @Test
    void allowsNoMoreVariablesThanTheProblemHasNumbers() {
        var seed = Seed.of(
                "bare",
                "jsonl",
                "Uta has 12 shells, half of them white, and three dozen pebbles. How many?",
                "48",
                null);
        var schema = Objects.requireNonNull(TAUGHT.request(seed).schema()).json();
        // 12, half, three, dozen, and two more for what is said otherwise
        assertThat(Wire.MAPPER
                        .readTree(schema)
                        .at("/properties/variables/maxItems")
                        .asInt())
                .isEqualTo(6);
        for (var problem : problems) {
            var most = Wire.MAPPER
                    .readTree(Objects.requireNonNull(
                                    TAUGHT.request(problem.seed()).schema())
                            .json())
                    .at("/properties/variables/maxItems")
                    .asInt();
            assertThat(problem.template().variables()).hasSizeLessThan(most);
        }
    }

    @Test
    void refusesWhatCannotRun() {
        assertThatThrownBy(() -> new Taught(List.of(), "fixed", "decouple-1", 0, 1024, 1, 1, 1, 1, 1))
                .hasMessageContaining("teachers is []");
        assertThatThrownBy(() -> new Taught(List.of("a"), "dice", "decouple-1", 0, 1024, 1, 1, 1, 1, 1))
                .hasMessageContaining("routing is 'dice'");
        assertThatThrownBy(() -> new Taught(List.of("a"), "fixed", "nothing", 0, 1024, 1, 1, 1, 1, 1))
                .hasMessageContaining("there is no prompt 'nothing'");
        assertThatThrownBy(() -> new Taught(List.of("a"), "fixed", "solve-1", 0, 1024, 1, 1, 1, 1, 1))
                .hasMessageContaining("asks for text, not for JSON. Maybe 'decouple-1'");
        assertThatThrownBy(() -> new Taught(List.of("a"), "fixed", "decouple-1", 0, 1024, 2, 1, 1, 1, 1))
                .hasMessageContaining("temperature is 0");
    }

    private static Map<String, Integer> verdicts(Function<Problem, String> reply) throws InterruptedException {
        var verdicts = new TreeMap<String, Integer>();
        for (var problem : problems) {
            var text = reply.apply(problem);
            var verdict = verdict(problem.seed(), text);
            verdicts.merge(
                    verdict.contains(":") ? verdict.substring(0, verdict.indexOf(':')) : verdict, 1, Integer::sum);
        }
        return verdicts;
    }

    private static String verdict(Seed seed, String reply) throws InterruptedException {
        return switch (TAUGHT.read(seed, new ChatReply.Choice(reply, ChatReply.Finish.STOP, null))) {
            case Decoupling.Refused(String reason, String detail) -> reason + ": " + detail;
            case Decoupling.Decoupled(Template template) -> {
                var trial = Trial.of(template);
                List<Outcome> outcomes = sandbox.runAll(List.of(trial.call())).getFirst();
                var fault = trial.fault(outcomes);
                yield fault != null ? fault.reason() + ": " + fault.detail() : "holds";
            }
        };
    }
}
