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
import org.junit.jupiter.api.TestInstance;

/** What happens to workers, and to those who wait for them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxLifeContract {

    private static final Call SEVEN = Call.standalone("print(7)");
    private static final List<Outcome> IS_SEVEN = List.of(new Returned(new BigDecimal(7), java.util.Map.of()));
    private static final Call ENDLESS = Call.standalone("while True:\n    pass");
    private static final Call SLOW = Call.standalone("""
            n = 0
            for i in range(6000000):
                n += 1
            print(n)
            """);

    /** The settings with the place where workers run. */
    abstract SandboxSettings placed(SandboxSettings settings);

    /** What the kernel has to be asked to end for a worker of that virtual machine to be gone. */
    abstract Stream<ProcessHandle> workers(ProcessHandle machine);

    abstract int processesOfIdleWorker();

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
            await(this::runsProgram);
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
            await(this::runsProgram);
            outcomes.cancel(true);

            assertThat(sandbox.runAll(List.of(SEVEN))).containsExactly(IS_SEVEN);
        }
    }

    @Test
    void leavesNoProcessBehindWhenClosed() throws InterruptedException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var sandbox = start();
            var outcomes = callers.submit(() -> sandbox.runAll(List.of(ENDLESS)));
            await(this::runsProgram);
            var processes = processes(ProcessHandle.current());
            sandbox.close();

            await(() -> processes.stream().noneMatch(SandboxLifeContract::lives));
            assertThatThrownBy(outcomes::get).hasRootCauseMessage("the sandbox is closed");
        }
    }

    @Test
    void leavesNoProcessBehindWhenTheVirtualMachineIsKilled() throws IOException, InterruptedException {
        var machine = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        EndlessProgram.class.getName(),
                        String.valueOf(limits(Duration.ofMinutes(5)).socket()))
                .redirectErrorStream(true)
                .start();
        await(() -> runsProgram(machine.toHandle()));
        var processes = processes(machine.toHandle());
        machine.destroyForcibly().waitFor();

        await(() -> processes.stream().noneMatch(SandboxLifeContract::lives));
    }

    static final class EndlessProgram {

        private EndlessProgram() {}

        public static void main(String[] arguments) throws InterruptedException {
            var socket = arguments[0].equals("null") ? null : Path.of(arguments[0]);
            var settings = new SandboxSettings(1, Duration.ofMinutes(5), Duration.ofMinutes(5), 256L << 20, 1_000);
            try (var sandbox = ProcessSandbox.start(settings.at(socket))) {
                sandbox.runAll(List.of(ENDLESS));
            }
        }
    }

    private ProcessSandbox start() {
        return ProcessSandbox.start(limits(Duration.ofSeconds(5)));
    }

    private SandboxSettings limits(Duration time) {
        return placed(new SandboxSettings(1, time, time, 256L << 20, 1_000));
    }

    /** Whether a program has been computing for a while; a worker that starts has short-lived children too. */
    private boolean runsProgram() {
        return runsProgram(ProcessHandle.current());
    }

    private boolean runsProgram(ProcessHandle machine) {
        var processes = processes(machine);
        return processes.size() > processesOfIdleWorker()
                && processes
                                .getLast()
                                .info()
                                .totalCpuDuration()
                                .orElse(Duration.ZERO)
                                .toMillis()
                        > 100;
    }

    private void killWorker() {
        workers(ProcessHandle.current()).forEach(ProcessHandle::destroyForcibly);
    }

    private void killWorkersUntilDone(Future<?> outcomes) {
        await(() -> {
            if (runsProgram()) {
                killWorker();
            }
            return outcomes.isDone();
        });
    }

    private List<ProcessHandle> processes(ProcessHandle parent) {
        return workers(parent)
                .flatMap(worker -> Stream.concat(Stream.of(worker), worker.descendants()))
                .filter(SandboxLifeContract::lives)
                .toList();
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
