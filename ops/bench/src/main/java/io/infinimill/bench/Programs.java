package io.infinimill.bench;

import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.Program;
import io.infinimill.program.Sandbox;
import io.infinimill.program.SandboxSettings;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Clean executions of programs a second: every outcome is checked. */
final class Programs {

    private static final int RUNS = 5;
    private static final int ARGUMENT_SETS = 100_000;
    private static final int SIMPLE = 20_000;
    private static final int FORKED = 1_000;
    private static final int ALONE = 200;

    private final Sandbox sandbox;
    private final int runs;

    private Programs(Sandbox sandbox, int runs) {
        this.sandbox = sandbox;
        this.runs = runs;
    }

    static void run(List<String> arguments) throws IOException, InterruptedException {
        var options = Options.parse(arguments, Set.of("runs"), Set.of("peers"));
        var runs = options.number("runs", RUNS);
        var settings = SandboxSettings.standard();
        Figures.machine();
        Figures.heading("Programs a second in the sandbox, %d workers, median of %d runs after one to warm up"
                .formatted(settings.workers(), runs));
        try (var sandbox = ProcessSandbox.start(settings)) {
            new Programs(sandbox, runs).measure();
        }
        if (options.has("peers")) {
            FreshProcesses.measure(runs);
        }
    }

    private void measure() throws InterruptedException {
        var sets = IntStream.range(0, ARGUMENT_SETS)
                .mapToObj(i -> Map.<String, Number>of("boxes", i, "eggs", 12))
                .toList();
        var one = new Call(new Program(ProgramTexts.function(7), ProgramTexts.NAME), sets);
        measure("one program, many argument sets", List.of(one), "simple, a function");
        measure("different programs, functions", calls(SIMPLE, Programs::function), "simple, one argument set each");
        measure("different programs, stand-alone", calls(SIMPLE, Programs::standalone), "simple, print their answer");
        measure("different programs, a fork each", calls(FORKED, Programs::other), "catch an exception");
        measureAlone();
    }

    private void measure(String what, List<Call> calls, String how) throws InterruptedException {
        var executions =
                calls.stream().mapToLong(call -> call.argumentSets().size()).sum();
        var rate = Spread.ofRate(runs, executions, () -> check(sandbox.runAll(calls), 0));
        Figures.figure(
                what,
                Figures.grouped(rate.median()) + "/s",
                "%s; %s; %s a run".formatted(rate.range(), how, Figures.grouped(executions)));
    }

    private void measureAlone() throws InterruptedException {
        var calls = calls(ALONE, Programs::standalone);
        var rate = Spread.ofRate(runs, ALONE, () -> {
            for (var i = 0; i < calls.size(); i++) {
                check(sandbox.runAll(List.of(calls.get(i))), i);
            }
        });
        Figures.figure(
                "one call at a time",
                Figures.grouped(1000 / rate.median()) + " ms",
                "each, simple stand-alone programs; %s a run".formatted(ALONE));
    }

    private static List<Call> calls(int count, IntFunction<Call> call) {
        return IntStream.range(0, count).mapToObj(call).toList();
    }

    private static Call function(int number) {
        var program = new Program(ProgramTexts.function(number), ProgramTexts.NAME);
        return new Call(program, List.of(Map.of("boxes", number, "eggs", 12)));
    }

    private static Call standalone(int number) {
        return Call.standalone(ProgramTexts.standalone(number));
    }

    private static Call other(int number) {
        return Call.standalone(ProgramTexts.other(number));
    }

    /** The number of boxes is the index of the argument set, or of the program where each has one set. */
    private static void check(List<List<Outcome>> outcomes, int first) {
        for (var call = 0; call < outcomes.size(); call++) {
            var ofCall = outcomes.get(call);
            for (var set = 0; set < ofCall.size(); set++) {
                if (!(ofCall.get(set) instanceof Outcome.Returned returned)
                        || returned.value().intValueExact() != ProgramTexts.answer(first + call + set, 12)) {
                    throw new IllegalStateException("not a clean execution: " + ofCall.get(set));
                }
            }
        }
    }
}
