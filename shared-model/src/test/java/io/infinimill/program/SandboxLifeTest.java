package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.program.Outcome.Failed;
import io.infinimill.program.Outcome.Returned;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens to workers, and to those who wait for them. */
class SandboxLifeTest {

    /** Two processes of bubblewrap and the worker. */
    private static final int PROCESSES_OF_IDLE_WORKER = 3;

    private static final Call SEVEN = Call.standalone("print(7)");
    private static final List<Outcome> IS_SEVEN = List.of(new Returned(new BigDecimal(7), java.util.Map.of()));
    private static final Call ENDLESS = Call.standalone("while True:\n    pass");
    private static final Call SLOW = Call.standalone("""
            n = 0
            for i in range(6000000):
                n += 1
            print(n)
            """);

    @Test
    void replacesAWorkerThatWasKilled() throws InterruptedException {
        try (var sandbox = start()) {
            assertThat(sandbox.runAll(List.of(SEVEN))).containsExactly(IS_SEVEN);
            killWorker();

            assertThat(sandbox.runAll(List.of(SEVEN))).containsExactly(IS_SEVEN);
        }
    }

    @Test
    void repeatsWhatWasInFlight() throws InterruptedException, ExecutionException {
        try (var sandbox = start();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = callers.submit(() -> sandbox.runAll(List.of(SEVEN, SLOW, SEVEN)));
            await(SandboxLifeTest::runsProgram);
            killWorker();

            assertThat(outcomes.get().getFirst()).isEqualTo(IS_SEVEN);
            assertThat(outcomes.get().get(1).getFirst())
                    .isInstanceOfSatisfying(
                            Returned.class, it -> assertThat(it.value()).isEqualTo("6000000"));
            assertThat(outcomes.get().getLast()).isEqualTo(IS_SEVEN);
        }
    }

    @Test
    void givesUpACallThatLostTwoWorkers() throws InterruptedException, ExecutionException {
        try (var sandbox = start();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = callers.submit(() -> sandbox.runAll(List.of(ENDLESS)));
            killWorkersUntilDone(outcomes);

            assertThat(outcomes.get())
                    .containsExactly(List.of(new Failed("worker_lost", "two workers ended while they ran this call")));
            assertThat(sandbox.runAll(List.of(SEVEN))).containsExactly(IS_SEVEN);
        }
    }

    @Test
    void endsWhatRunsWhenTheCallerIsInterrupted() throws InterruptedException {
        try (var sandbox = start();
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = callers.submit(() -> sandbox.runAll(List.of(ENDLESS, ENDLESS)));
            await(SandboxLifeTest::runsProgram);
            outcomes.cancel(true);

            assertThat(sandbox.runAll(List.of(SEVEN))).containsExactly(IS_SEVEN);
        }
    }

    @Test
    void leavesNoProcessBehindWhenClosed() throws InterruptedException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var sandbox = start();
            var outcomes = callers.submit(() -> sandbox.runAll(List.of(ENDLESS)));
            await(SandboxLifeTest::runsProgram);
            var processes = processes(ProcessHandle.current());
            sandbox.close();

            await(() -> processes.stream().noneMatch(SandboxLifeTest::lives));
            assertThatThrownBy(outcomes::get).hasRootCauseMessage("the sandbox is closed");
        }
    }

    @Test
    void leavesNoProcessBehindWhenTheVirtualMachineIsKilled() throws IOException, InterruptedException {
        var machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessProgram.class.getName())
                .redirectErrorStream(true)
                .start();
        await(() -> runsProgram(machine.toHandle()));
        var processes = processes(machine.toHandle());
        machine.destroyForcibly().waitFor();

        await(() -> processes.stream().noneMatch(SandboxLifeTest::lives));
    }

    static final class EndlessProgram {

        private EndlessProgram() {}

        public static void main(String[] arguments) throws InterruptedException {
            try (var sandbox = start(Duration.ofMinutes(5))) {
                sandbox.runAll(List.of(ENDLESS));
            }
        }
    }

    private static ProcessSandbox start() {
        return start(Duration.ofSeconds(5));
    }

    private static ProcessSandbox start(Duration time) {
        return ProcessSandbox.start(new SandboxSettings(1, time, time, 256L << 20, 1_000));
    }

    /** Whether a program has been computing for a while; a worker that starts has short-lived children too. */
    private static boolean runsProgram() {
        return runsProgram(ProcessHandle.current());
    }

    private static boolean runsProgram(ProcessHandle machine) {
        var processes = processes(machine);
        return processes.size() > PROCESSES_OF_IDLE_WORKER
                && processes
                                .getLast()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        > 100;
    }

    private static void killWorker() {
        workers(ProcessHandle.current()).forEach(ProcessHandle::destroyForcibly);
    }

    private static void killWorkersUntilDone(Future<?> outcomes) {
        await(() -> {
            if (runsProgram()) {
                killWorker();
            }
            return outcomes.isDone();
        });
    }

    private static List<ProcessHandle> processes(ProcessHandle parent) {
        return workers(parent)
                .flatMap(worker -> Stream.concat(Stream.of(worker), worker.descendants()))
                .filter(SandboxLifeTest::lives)
                .toList();
    }

    private static Stream<ProcessHandle> workers(ProcessHandle parent) {
        return parent.children()
                .filter(child -> child.info().command().orElse("").endsWith("bwrap"));
    }

    /** A process that is gone but not yet collected has no command line. */
    private static boolean lives(ProcessHandle process) {
        try {
            return !Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"))
                    .isEmpty();
        } catch (IOException e) {
            return false;
        }
    }

    private static void await(BooleanSupplier condition) {
        var deadline = Instant.now().plusSeconds(60);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.onSpinWait();
        }
    }
}
