package io.infinimill.generator.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.PrimerReplies;
import io.infinimill.generator.PrimerReplies.Problem;
import io.infinimill.generator.taught.SecondOpinion;
import io.infinimill.generator.taught.Trial;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.Sandbox;
import io.infinimill.program.SandboxSettings;
import io.infinimill.teacher.ChatReply;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Solutions of a good and of a bad teacher, decoupled and executed. */
class SolvedTest {

    private static final Solved SOLVED = solved(List.of("local"), "fixed", "solve-1", 0, 1, 1);

    private static final Seed PENS =
            Seed.of("bare", "jsonl", "Ida buys 14 pens at $3 each and a ruler for $5. What does she pay?", "47", null);

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
    void aRightSolutionBecomesTheTemplateThatItsOwnWouldBe() throws InterruptedException {
        assertThat(verdicts(Problem::worked)).isEqualTo(Map.of("holds", problems.size()));
        for (var problem : problems) {
            assertThat(template(problem.seed(), problem.worked()).program())
                    .isEqualTo(problem.template().program());
        }
    }

    @Test
    void theSeedOfTheTemplateHasNoSolution() {
        assertThat(template(PENS, "The pens are 14 * 3 = 42 dollars.\nShe pays 42 + 5 = 47 dollars.\n#### 47")
                        .seed())
                .isEqualTo(PENS);
    }

    @Test
    void theTeacherDoesNotSeeTheAnswer() {
        assertThat(SOLVED.request(PENS).messages().toString())
                .contains(PENS.question())
                .doesNotContain("47");
    }

    @Test
    void aWrongSolutionIsRefusedByName() {
        assertThat(reason("The pens are 14 * 3 = 42 dollars.\n#### 42")).isEqualTo("wrong_answer");
        assertThat(reason("The pens are 14 * 3 = 52 dollars.\nShe pays 42 + 5 = 47 dollars.\n#### 47"))
                .isEqualTo("wrong_arithmetic");
        assertThat(reason("The pens are 3 dollars times 14 pens = <<14*3=42>>52.\nShe pays 42 + 5 = 47.\n#### 47"))
                .isEqualTo("wrong_arithmetic");
        assertThat(reason("She pays 40 + 7 = 47 dollars.\n#### 47")).isEqualTo("unexplained_constant");
        assertThat(reason("She pays 47 dollars.\n#### $47")).isEqualTo("no_arithmetic");
        assertThat(reason("The pens are 14 * 3 = 42 dollars, so she pays 47.")).isEqualTo("no_final_answer");
        assertThat(reason("She pays 14 * 3 + 5 = 47.\n#### 47x\n#### 47")).isEqualTo("no_final_answer");
        assertThat(reason("#### " + "9".repeat(100))).isEqualTo("wrong_answer");
        assertThat(read(PENS, "The pens are", ChatReply.Finish.LENGTH)).isEqualTo("cut_off");
        assertThat(read(PENS, "", ChatReply.Finish.FILTERED)).isEqualTo("withheld");
    }

    @Test
    void thoughtsAndWhatFollowsTheAnswerAreNotRead() {
        var reply = "<think>Maybe 14 + 3 = 20?\n#### 20</think>\nThe pens are 14 * 3 = $42.\nShe pays 42 + 5 = $47.\n"
                + "#### $47.00\nThe answer is 48, since 1 + 1 = 3.";
        assertThat(reason(reply)).isEqualTo("holds");
    }

    @Test
    void aSolutionOfAnotherProblemIsRefused() throws InterruptedException {
        assertThat(verdicts(problem -> problems.get((problems.indexOf(problem) + 7) % problems.size())
                        .worked()))
                .doesNotContainKey("holds");
    }

    @Test
    void independentSolutionsAgreeWhereTheyComputeTheSame() throws InterruptedException {
        var first = template(PENS, "The pens are 14 * 3 = 42 dollars.\nShe pays 42 + 5 = 47 dollars.\n#### 47");
        var same = template(PENS, "Pens: 3 * 14 = 42. Together that is 5 + 42 = 47.\n#### 47");
        assertThat(SecondOpinion.agree(sandbox.runAll(SecondOpinion.calls(first, same))))
                .isTrue();

        var boxes = Seed.of("bare", "jsonl", "Ole has 2 boxes with 2 pens each. How many pens has he?", "4", null);
        var right = template(boxes, "He has 2 * 2 = 4 pens.\n#### 4");
        var lucky = template(boxes, "He has 2 + 2 = 4 pens.\n#### 4");
        assertThat(SecondOpinion.agree(sandbox.runAll(SecondOpinion.calls(right, lucky))))
                .isFalse();
    }

    @Test
    void refusesWhatCannotRun() {
        assertThatThrownBy(() -> solved(List.of(), "fixed", "solve-1", 0, 1, 1)).hasMessageContaining("teachers is []");
        assertThatThrownBy(() -> solved(List.of("a"), "dice", "solve-1", 0, 1, 1))
                .hasMessageContaining("routing is 'dice'");
        assertThatThrownBy(() -> solved(List.of("a"), "fixed", "nothing", 0, 1, 1))
                .hasMessageContaining("there is no prompt 'nothing'");
        assertThatThrownBy(() -> solved(List.of("a"), "fixed", "decouple-1", 0, 1, 1))
                .hasMessageContaining("asks for JSON, not for text. Maybe 'solve-1'");
        assertThatThrownBy(() -> solved(List.of("a"), "fixed", "solve-1", 0, 1, 2))
                .hasMessageContaining("temperature is 0");
    }

    private static Solved solved(
            List<String> teachers, String routing, String prompt, double temperature, int attempts, int votes) {
        return new Solved(teachers, routing, prompt, temperature, 512, attempts, votes, true, 1, 1, 1);
    }

    private static String reason(String reply) {
        return reason(PENS, reply);
    }

    private static String reason(Seed seed, String reply) {
        return read(seed, reply, ChatReply.Finish.STOP);
    }

    private static String read(Seed seed, String reply, ChatReply.Finish finish) {
        return SOLVED.read(seed, new ChatReply.Choice(reply, finish, null)) instanceof Refused refused
                ? refused.reason()
                : "holds";
    }

    private static Template template(Seed seed, String reply) {
        var decoupling = SOLVED.read(seed, new ChatReply.Choice(reply, ChatReply.Finish.STOP, null));
        assertThat(decoupling).as(reply).isInstanceOf(Decoupled.class);
        return ((Decoupled) decoupling).template();
    }

    private static Map<String, Integer> verdicts(Function<Problem, String> reply) throws InterruptedException {
        var verdicts = new TreeMap<String, Integer>();
        for (var problem : problems) {
            verdicts.merge(verdict(problem, reply.apply(problem)), 1, Integer::sum);
        }
        return verdicts;
    }

    private static String verdict(Problem problem, String reply) throws InterruptedException {
        switch (SOLVED.read(problem.seed(), new ChatReply.Choice(reply, ChatReply.Finish.STOP, null))) {
            case Refused refused -> {
                return refused.reason();
            }
            case Decoupled(Template template) -> {
                var trial = Trial.of(template);
                var fault = trial.fault(sandbox.runAll(List.of(trial.call())).getFirst());
                return fault == null ? "holds" : fault.reason();
            }
        }
    }
}
