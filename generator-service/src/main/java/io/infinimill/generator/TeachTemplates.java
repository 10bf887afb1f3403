package io.infinimill.generator;

import io.infinimill.arithmetic.AnswerMatch;
import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.EvolveProblems.Evolution;
import io.infinimill.generator.job.Job;
import io.infinimill.generator.taught.SecondOpinion;
import io.infinimill.generator.taught.Trial;
import io.infinimill.generator.teacher.AskTeachers;
import io.infinimill.generator.teacher.Ledger;
import io.infinimill.generator.teacher.Teachers;
import io.infinimill.generator.teacher.TrackRecords;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.Correction;
import io.infinimill.model.Seed;
import io.infinimill.model.Teaching;
import io.infinimill.model.Template;
import io.infinimill.model.Verification;
import io.infinimill.operator.Catalogue;
import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import io.infinimill.program.Program;
import io.infinimill.program.Sandbox;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.TeacherException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Has a teacher decouple one seed, or the new problem made of it: asks, executes, has what fails mended, asks again or
 * another teacher, as the operator says. It waits as long as that takes.
 */
@Component
class TeachTemplates {

    /** A reply that did not end would not end the second time, and has nothing to mend. */
    private static final Set<String> UNENDED = Set.of("cut_off", "withheld");

    private final EvolveProblems evolve;
    private final PatientTeachers teachers;
    private final Teachers known;
    private final Ledger ledger;
    private final TrackRecords records;
    private final Sandbox sandbox;

    TeachTemplates(
            EvolveProblems evolve,
            PatientTeachers teachers,
            Teachers known,
            Ledger ledger,
            TrackRecords records,
            @Qualifier("generatorSandbox") Sandbox sandbox) {
        this.evolve = evolve;
        this.teachers = teachers;
        this.known = known;
        this.ledger = ledger;
        this.records = records;
        this.sandbox = sandbox;
    }

    /** What one chat came to: a template, as proposed and as it is kept, or why there is none. */
    private record Opinion(
            @Nullable Template proposed,
            @Nullable Template kept,
            @Nullable Refused refused) {

        static Opinion of(Refused refused) {
            return new Opinion(null, null, refused);
        }
    }

    /** @throws Standstill when the budget is spent or a teacher answers nobody */
    Templates.Decoupled of(Job job, GenerateOperators.Bound recipe, Seed seed) throws Standstill, InterruptedException {
        var evolver = recipe.evolver();
        if (evolver == null) {
            return decoupled(job, recipe.taught(), seed);
        }
        return switch (evolve.of(job, evolver, seed)) {
            case Evolution.Dropped(Refused refused) ->
                new Templates.Decoupled(
                        seed.id(), null, Catalogue.nameOf(evolver.getClass()), refused.reason(), refused.detail());
            case Evolution.Evolved(Seed fresh) -> {
                var result = decoupled(job, recipe.taught(), fresh);
                var detail = result.detail() == null
                        ? null
                        : "%s, in the new problem '%s'".formatted(result.detail(), fresh.question());
                yield new Templates.Decoupled(seed.id(), result.template(), result.operator(), result.reason(), detail);
            }
        };
    }

    /** Of the first that comes to a template, or of the last. */
    private Templates.Decoupled decoupled(Job job, List<TaughtDecoupler> decouplers, Seed seed)
            throws Standstill, InterruptedException {
        var result = decoupled(job, decouplers.getFirst(), seed);
        for (int i = 1; i < decouplers.size() && result.template() == null; i++) {
            result = decoupled(job, decouplers.get(i), seed);
        }
        return result;
    }

    private Templates.Decoupled decoupled(Job job, TaughtDecoupler taught, Seed seed)
            throws Standstill, InterruptedException {
        var last = new Refused("no_teacher", "no teacher was asked");
        var topic = topic(seed);
        for (var teacher : taught.route(seed, records.find(taught.promptHash(), topic, taught.teachers()))) {
            var usage = ChatReply.Usage.NONE;
            var held = new ArrayList<Opinion>();
            for (int attempt = 0; attempt < taught.attempts() + taught.votes() - 1; attempt++) {
                var chat = new Chat(job, taught, seed, teacher, attempt);
                var opinion = opinion(chat);
                usage = usage.plus(chat.usage);
                if (opinion.refused() != null) {
                    last = opinion.refused();
                } else {
                    held.add(opinion);
                    var agreed = agreed(held, taught.votes());
                    if (agreed != null) {
                        record(job, taught, teacher, topic, true, usage);
                        return new Templates.Decoupled(seed.id(), agreed.kept(), null, null, null);
                    }
                }
            }
            record(job, taught, teacher, topic, false, usage);
            last = held.isEmpty()
                    ? last
                    : new Refused(
                            held.size() < taught.votes() ? "no_second_opinion" : "disagreement",
                            "%d of %d replies hold, and no %d of them agree on changed numbers"
                                    .formatted(held.size(), taught.attempts() + taught.votes() - 1, taught.votes()));
        }
        return new Templates.Decoupled(
                seed.id(), null, Catalogue.nameOf(taught.getClass()), last.reason(), last.detail());
    }

    private void record(
            Job job, TaughtDecoupler taught, String teacher, String topic, boolean success, ChatReply.Usage usage) {
        ledger.result(job.id(), taught.stage(), teacher, success);
        records.add(
                teacher,
                taught.promptHash(),
                topic,
                success,
                teachers.price(teacher, usage),
                usage.tokensIn() + usage.tokensOut());
    }

    private static String topic(Seed seed) {
        return seed.attributes() == null ? "" : seed.attributes().getOrDefault("topic", "");
    }

    private @Nullable Opinion agreed(List<Opinion> held, int votes) throws InterruptedException {
        for (int i = 0; i < held.size(); i++) {
            int agreeing = 1;
            for (int k = 0; k < held.size() && agreeing < votes; k++) {
                if (k != i && agree(held.get(i).proposed(), held.get(k).proposed())) {
                    agreeing++;
                }
            }
            if (agreeing >= votes) {
                return held.get(i);
            }
        }
        return null;
    }

    private boolean agree(@Nullable Template first, @Nullable Template second) throws InterruptedException {
        if (first == null || second == null) {
            return false;
        }
        var calls = SecondOpinion.calls(first, second);
        return !calls.isEmpty() && SecondOpinion.agree(sandbox.runAll(calls));
    }

    /** One chat with a teacher, and what it took. */
    private static final class Chat {

        private final Job job;
        private final TaughtDecoupler taught;
        private final Seed seed;
        private final String teacher;
        private final int attempt;
        private final long start = System.nanoTime();
        private ChatReply.Usage usage = ChatReply.Usage.NONE;
        private String model = "";
        private @Nullable Refused failure;
        private @Nullable String failed;

        Chat(Job job, TaughtDecoupler taught, Seed seed, String teacher, int attempt) {
            this.job = job;
            this.taught = taught;
            this.seed = seed;
            this.teacher = teacher;
            this.attempt = attempt;
        }

        Teaching teaching(@Nullable String licence, String program) {
            return new Teaching(
                    teacher,
                    model,
                    taught.promptHash(),
                    licence,
                    usage.tokensIn(),
                    usage.tokensOut(),
                    (System.nanoTime() - start) / 1_000_000,
                    failure == null || failed == null
                            ? null
                            : new Correction(failed, failure.reason(), failure.detail(), program));
        }
    }

    private Opinion opinion(Chat chat) throws Standstill, InterruptedException {
        var request = chat.taught.request(chat.seed).withAttempt(chat.attempt);
        try {
            var reply = ask(chat, request);
            var opinion = examined(chat, reply);
            for (int repair = 0; repair < chat.taught.repairs(); repair++) {
                var refused = opinion.refused();
                if (refused == null || UNENDED.contains(refused.reason())) {
                    break;
                }
                chat.failure = refused;
                chat.failed = chat.taught.program(reply.first());
                request = chat.taught.repair(chat.seed, request, reply.first(), refused.detail());
                reply = ask(chat, request);
                opinion = examined(chat, reply);
            }
            return opinion;
        } catch (TeacherException.Refused e) {
            return Opinion.of(new Refused("teacher_refused", String.valueOf(e.getMessage())));
        }
    }

    private ChatReply ask(Chat chat, ChatRequest request)
            throws TeacherException.Refused, Standstill, InterruptedException {
        var reply = teachers.ask(new AskTeachers.Asking(chat.job.id(), chat.taught.stage(), chat.teacher), request);
        chat.usage = chat.usage.plus(reply.usage());
        chat.model = reply.model();
        teachers.requireVariety(chat.job, chat.teacher, chat.taught.mostAlike(), chat.taught.mostLeaks());
        return reply;
    }

    private Opinion examined(Chat chat, ChatReply reply) throws InterruptedException {
        return switch (chat.taught.read(chat.seed, reply.first())) {
            case Refused refused -> Opinion.of(refused);
            case Decoupled(Template proposed) -> tried(chat, proposed);
        };
    }

    private Opinion tried(Chat chat, Template proposed) throws InterruptedException {
        var trial = Trial.of(proposed);
        var outcomes = sandbox.runAll(List.of(trial.call())).getFirst();
        var fault = trial.fault(outcomes);
        if (fault != null) {
            return Opinion.of(fault);
        }
        var settled = trial.settled(outcomes);
        var outcome = sandbox.runAll(List.of(
                        new Call(new Program(settled.program(), settled.function()), List.of(settled.original()))))
                .getFirst()
                .getFirst();
        var expected = String.valueOf(chat.seed.answer());
        return outcome instanceof Outcome.Returned(BigDecimal value, Map<String, BigDecimal> _)
                        && AnswerMatch.matches(new BigDecimal(expected), value)
                ? new Opinion(proposed, verified(chat, proposed, settled, value), null)
                : Opinion.of(new Refused("wrong_answer", "the program in our form gives " + outcome));
    }

    private Template verified(Chat chat, Template proposed, Template settled, BigDecimal value) {
        var teaching = chat.teaching(known.licence(chat.teacher), proposed.program());
        return settled.verified(new Verification(
                "executed", chat.taught.toString(), chat.seed.answer(), value.toPlainString(), teaching));
    }
}
