package io.infinimill.judge;

import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import io.infinimill.program.Sandbox;
import java.util.ArrayList;
import java.util.List;

/** Hears many trials at once: the programs of all of them run together, since a sandbox is fastest with many. */
final class Court {

    private final Sandbox sandbox;

    Court(Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    private record Execution(Trial trial, ExecutionJudge judge, List<Call> calls) {}

    /** Brings all trials to their end. */
    void hear(List<Trial> trials) throws InterruptedException {
        while (true) {
            var executions = new ArrayList<Execution>();
            for (var trial : trials) {
                guard(trial, () -> read(trial, executions));
            }
            if (executions.isEmpty()) {
                return;
            }
            execute(executions);
        }
    }

    /** Asks all judges up to the first that wants programs to run. */
    private static void read(Trial trial, List<Execution> executions) {
        for (var judge = trial.next(); judge != null; judge = trial.next()) {
            switch (judge) {
                case ReadingJudge reading -> trial.hear(reading, reading.judge(trial.sample()));
                case ExecutionJudge executing -> {
                    executions.add(new Execution(trial, executing, executing.calls(trial.sample())));
                    return;
                }
            }
        }
    }

    private void execute(List<Execution> executions) throws InterruptedException {
        var outcomes = sandbox.runAll(executions.stream()
                .flatMap(execution -> execution.calls().stream())
                .toList());
        int at = 0;
        for (var execution : executions) {
            List<List<Outcome>> own =
                    outcomes.subList(at, at + execution.calls().size());
            at += execution.calls().size();
            var trial = execution.trial();
            var judge = execution.judge();
            guard(trial, () -> trial.hear(judge, judge.judge(trial.sample(), own)));
        }
    }

    /** A judge that fails on a sample is the matter of that sample alone, also where it runs out of stack. */
    private static void guard(Trial trial, Runnable judging) {
        try {
            judging.run();
        } catch (RuntimeException e) {
            trial.fail(e);
        } catch (StackOverflowError e) {
            trial.fail(new IllegalStateException("the sample is nested too deeply to be judged", e));
        }
    }
}
