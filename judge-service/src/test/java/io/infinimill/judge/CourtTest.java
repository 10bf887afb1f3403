package io.infinimill.judge;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.model.Sample;
import io.infinimill.model.SampleRejected;
import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.Sandbox;
import io.infinimill.program.SandboxSettings;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CourtTest {

    private static @Nullable Sandbox sandbox;

    @BeforeAll
    static void startSandbox() {
        sandbox = ProcessSandbox.start(
                new SandboxSettings(2, Duration.ofMillis(500), Duration.ofSeconds(2), 512L << 20, 1_000));
    }

    @AfterAll
    static void stopSandbox() {
        Objects.requireNonNull(sandbox).close();
    }

    private static void hear(List<Trial> trials) throws InterruptedException {
        new Court(Objects.requireNonNull(sandbox)).hear(trials);
    }

    private static SampleRejected rejection(Trial trial) {
        return Objects.requireNonNull(trial.rejected());
    }

    /** Accepts what prints the answer. */
    private record Runs() implements ExecutionJudge {

        @Override
        public List<Call> calls(Sample sample) {
            var program = sample.program();
            return program == null ? List.of() : List.of(Call.standalone(program));
        }

        @Override
        public Finding judge(Sample sample, List<List<Outcome>> outcomes) {
            return switch (outcomes.isEmpty()
                    ? new Outcome.Failed("no_result", "none")
                    : outcomes.getFirst().getFirst()) {
                case Outcome.Returned returned
                when returned.value().toPlainString().equals(sample.answer()) -> new Finding.Accepted(1, null);
                case Outcome.Returned returned -> new Finding.Rejected("mismatch", String.valueOf(returned.value()));
                case Outcome.Failed failed -> new Finding.Rejected(failed.reason(), failed.detail());
            };
        }
    }

    private record HasSolution() implements ReadingJudge {

        @Override
        public Finding judge(Sample sample) {
            return sample.solution() == null
                    ? new Finding.Rejected("no_solution", "")
                    : new Finding.Accepted(0.5, "has");
        }
    }

    private record Breaks() implements ReadingJudge {

        @Override
        public Finding judge(Sample sample) {
            throw new IllegalStateException("broken");
        }
    }

    private record Digs() implements ReadingJudge {

        @Override
        public Finding judge(Sample sample) {
            throw new StackOverflowError();
        }
    }

    @Test
    void programsOfManySamplesRunTogetherAndEachKeepsItsOwnOutcome() throws Exception {
        var trials = IntStream.range(0, 500)
                .mapToObj(i -> new Trial(
                        Samples.sample(
                                "s" + i,
                                "job",
                                "print(%d * 2)".formatted(i),
                                null,
                                String.valueOf(i % 7 == 0 ? -1 : i * 2)),
                        List.of(new Runs())))
                .toList();

        hear(trials);

        assertThat(trials).filteredOn(trial -> trial.rejected() != null).hasSize(72);
        assertThat(rejection(trials.get(7)).reason()).isEqualTo("mismatch");
        assertThat(trials.get(8).judged().judgements()).singleElement().satisfies(judgement -> {
            assertThat(judgement.judge()).isEqualTo("Runs[]");
            assertThat(judgement.score()).isEqualTo(1);
        });
    }

    @Test
    void theFirstRejectionDecidesAndAnEndlessProgramHurtsNobodyElse() throws Exception {
        var endless = new Trial(
                Samples.sample("a", "job", "while True: pass", null, "1"), List.of(new Runs(), new HasSolution()));
        var good = new Trial(
                Samples.sample("b", "job", "print(1)", "text", "1"),
                List.of(new HasSolution(), new Runs(), new HasSolution()));
        var silent = new Trial(Samples.sample("c", "job", null, "text", "1"), List.of(new Runs()));

        hear(List.of(endless, good, silent));

        assertThat(rejection(endless).reason()).isEqualTo("timeout");
        assertThat(rejection(endless).operator()).isEqualTo("runs");
        assertThat(rejection(silent).reason()).isEqualTo("no_result");
        assertThat(good.rejected()).isNull();
        assertThat(good.judged().judgements()).hasSize(3);
        assertThat(good.judged().sample().provenance().hops())
                .singleElement()
                .satisfies(
                        hop -> assertThat(hop.operators()).containsExactly("HasSolution[]", "Runs[]", "HasSolution[]"));
    }

    @Test
    void aJudgeThatBreaksOnASampleIsTheMatterOfThatSampleAlone() throws Exception {
        var broken = new Trial(Samples.worked("text", "1"), List.of(new Breaks()));
        var bottomless = new Trial(Samples.worked("text", "1"), List.of(new Digs()));
        var good = new Trial(Samples.worked("text", "1"), List.of(new HasSolution()));

        hear(List.of(broken, bottomless, good));

        assertThat(broken.failure()).hasMessage("broken");
        assertThat(bottomless.failure()).hasMessageContaining("nested too deeply");
        assertThat(good.judged().judgements()).hasSize(1);
    }
}
