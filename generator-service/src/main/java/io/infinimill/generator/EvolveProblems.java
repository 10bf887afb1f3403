package io.infinimill.generator;

import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.Evolver.Plan;
import io.infinimill.generator.Evolver.Said;
import io.infinimill.generator.evolved.Majority;
import io.infinimill.generator.job.Job;
import io.infinimill.generator.seed.SeedSets;
import io.infinimill.generator.teacher.AskTeachers;
import io.infinimill.generator.teacher.Ledger;
import io.infinimill.model.Hash;
import io.infinimill.model.Seed;
import io.infinimill.program.Outcome;
import io.infinimill.program.Program;
import io.infinimill.program.Sandbox;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.TeacherException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Makes a new problem of a seed: has it written, has it solved until more than half of the solutions agree or cannot any
 * more, and holds the answer against what was to become of the seed.
 */
@Component
class EvolveProblems {

    /** As the ledger names what the requests were for. */
    static final String WRITING = "evolve";

    static final String SOLVING = "solve";

    private static final String FORMAT = "jsonl";

    private static final int MOST_JOBS = 100;

    private final Map<String, Map<String, Long>> topics = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Map<String, Long>> eldest) {
            return size() > MOST_JOBS;
        }
    };
    private final PatientTeachers teachers;
    private final SeedSets seedSets;
    private final Ledger ledger;
    private final Sandbox sandbox;

    EvolveProblems(
            PatientTeachers teachers,
            SeedSets seedSets,
            Ledger ledger,
            @Qualifier("generatorSandbox") Sandbox sandbox) {
        this.teachers = teachers;
        this.seedSets = seedSets;
        this.ledger = ledger;
        this.sandbox = sandbox;
    }

    /** What became of a seed. */
    sealed interface Evolution {

        /** The new problem as a seed, with its answer and, among its attributes, how both came about. */
        record Evolved(Seed seed) implements Evolution {}

        record Dropped(Refused refused) implements Evolution {}
    }

    /** @throws Standstill when the budget is spent or a teacher answers nobody */
    Evolution of(Job job, Evolver evolver, Seed seed) throws Standstill, InterruptedException {
        var plan = evolver.plan(seed, topics(job, seed));
        var evolution = switch (written(job, evolver, plan)) {
            case Said.Nothing(Refused refused) -> new Evolution.Dropped(refused);
            case Said.Text(String question) -> checked(job, evolver, plan, question);
        };
        ledger.result(job.id(), WRITING, evolver.author(), evolution instanceof Evolution.Evolved);
        return evolution;
    }

    /** Counted once for a job. */
    private Map<String, Long> topics(Job job, Seed seed) {
        synchronized (topics) {
            return topics.computeIfAbsent(job.id(), _ -> seedSets.topics(seed.set()));
        }
    }

    private Said written(Job job, Evolver evolver, Plan plan) throws Standstill, InterruptedException {
        var suggest = evolver.suggest(plan);
        var suggestion = suggest == null
                ? new Said.Text("")
                : said(job, WRITING, evolver.author(), suggest, evolver::suggestion);
        return suggestion instanceof Said.Text(String text)
                ? said(job, WRITING, evolver.author(), evolver.write(plan, text), reply -> evolver.written(plan, reply))
                : suggestion;
    }

    private Evolution checked(Job job, Evolver evolver, Plan plan, String question)
            throws Standstill, InterruptedException {
        var solutions = solved(job, evolver, question);
        var answer = solutions.answer();
        if (answer.isEmpty()) {
            return new Evolution.Dropped(new Refused(
                    "no_majority", "%d solutions give %s to '%s'".formatted(solutions.given(), solutions, question)));
        }
        var fault = evolver.fault(plan, question, answer.get());
        return fault == null
                ? new Evolution.Evolved(evolved(evolver, plan, question, solutions))
                : new Evolution.Dropped(new Refused(fault.reason(), "%s to '%s'".formatted(fault.detail(), question)));
    }

    private Majority solved(Job job, Evolver evolver, String question) throws Standstill, InterruptedException {
        var solutions = new Majority(evolver.solutions());
        var solvers = evolver.solvers();
        for (int i = 0; !solutions.decided(); i++) {
            var request = evolver.solve(question).withAttempt(i / solvers.size());
            switch (said(job, SOLVING, solvers.get(i % solvers.size()), request, evolver::solved)) {
                case Said.Nothing(Refused refused) -> solutions.fail(refused.reason());
                case Said.Text(String program) -> run(new Program(program, evolver.function()), solutions);
            }
        }
        return solutions;
    }

    private void run(Program program, Majority solutions) throws InterruptedException {
        switch (sandbox.run(program, List.of(Map.of())).getFirst()) {
            case Outcome.Returned(BigDecimal value, Map<String, BigDecimal> _) -> solutions.vote(value);
            case Outcome.Failed(String reason, String _) -> solutions.fail("program_" + reason);
        }
    }

    private static Seed evolved(Evolver evolver, Plan plan, String question, Majority solutions) {
        var attributes = new HashMap<String, String>();
        if (plan.topic() != null) {
            attributes.put("topic", plan.topic());
        }
        attributes.put("parent", plan.seed().id());
        attributes.put("mutation", plan.mutation());
        attributes.put("author", evolver.author());
        attributes.put("solvers", String.join(", ", evolver.solvers()));
        attributes.put("agreement", solutions.share());
        var answer = solutions.answer().orElseThrow().stripTrailingZeros().toPlainString();
        return new Seed(
                Hash.of("evolved", plan.seed().id(), question, answer),
                plan.seed().set(),
                FORMAT,
                question,
                answer,
                null,
                attributes);
    }

    private interface Reader {
        Said read(ChatReply.Choice reply);
    }

    private Said said(Job job, String stage, String teacher, ChatRequest request, Reader reader)
            throws Standstill, InterruptedException {
        try {
            return reader.read(teachers.ask(new AskTeachers.Asking(job.id(), stage, teacher), request)
                    .first());
        } catch (TeacherException.Refused e) {
            return new Said.Nothing(new Refused("teacher_refused", String.valueOf(e.getMessage())));
        }
    }
}
