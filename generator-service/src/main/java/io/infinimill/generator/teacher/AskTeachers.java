package io.infinimill.generator.teacher;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.TeacherException;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks teachers for jobs: what was asked before is known and costs nothing, the budget is kept, and a reply is stored
 * with its price before anyone uses it.
 */
@Component
public class AskTeachers {

    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final Teachers teachers;
    private final Lookups lookups;
    private final Replies replies;
    private final Ledger ledger;
    private final SamenessMeters sameness;
    private final MeterRegistry meters;
    private final Map<String, CompletableFuture<ChatReply>> underWay = new ConcurrentHashMap<>();
    private final Map<String, Estimate> estimates = new ConcurrentHashMap<>();
    private final Map<String, ReentrantLock> lines = new ConcurrentHashMap<>();

    AskTeachers(
            Teachers teachers,
            Lookups lookups,
            Replies replies,
            Ledger ledger,
            SamenessMeters sameness,
            MeterRegistry meters) {
        this.teachers = teachers;
        this.lookups = lookups;
        this.replies = replies;
        this.ledger = ledger;
        this.sameness = sameness;
        this.meters = meters;
    }

    /** Who asks, for what stage. */
    public record Asking(String jobId, String stage, String teacher) {}

    /** Waits for its turn and for the reply. The same question that is under way already is waited for, not asked again. */
    public ChatReply ask(Asking asking, ChatRequest request)
            throws TeacherException, BudgetSpent, InterruptedException {
        var hash = request.hash(teachers.configured(asking.teacher()).model());
        var mine = new CompletableFuture<ChatReply>();
        var other = underWay.putIfAbsent(hash, mine);
        if (other != null) {
            var reply = await(other);
            return reply == null ? ask(asking, request) : known(asking, reply);
        }
        try {
            var found = lookups.find(asking.jobId(), hash);
            var reply =
                    found.reply() == null ? pay(asking, request, hash, found.budgeted()) : known(asking, found.reply());
            if (isNew(request)) {
                sameness.see(asking.teacher(), asking.jobId(), reply.first().text());
            }
            mine.complete(reply);
            return reply;
        } finally {
            underWay.remove(hash);
            mine.cancel(false);
        }
    }

    /** Neither asked before on purpose, nor a chat that goes on: replies to those are meant to be like earlier ones. */
    private static boolean isNew(ChatRequest request) {
        return request.attempt() == 0
                && request.messages().stream().noneMatch(message -> message.role() == Message.Role.ASSISTANT);
    }

    private static @Nullable ChatReply await(CompletableFuture<ChatReply> other) throws InterruptedException {
        try {
            return other.get();
        } catch (ExecutionException | CancellationException failed) {
            return null;
        }
    }

    private ChatReply known(Asking asking, ChatReply reply) {
        ledger.known(asking.jobId(), asking.stage(), asking.teacher());
        count(asking, "known");
        return reply;
    }

    private ChatReply pay(Asking asking, ChatRequest request, String hash, boolean budgeted)
            throws TeacherException, BudgetSpent, InterruptedException {
        if (budgeted) {
            reserve(asking, request, hash);
        }
        ChatReply reply = null;
        try {
            reply = teachers.forJob(asking.teacher(), asking.jobId()).ask(request);
        } finally {
            if (budgeted && reply == null) {
                ledger.release(asking.jobId(), hash);
            }
        }
        estimate(asking).learn(request, reply.usage());
        replies.store(
                hash,
                reply,
                new Replies.Charge(
                        asking.jobId(),
                        asking.stage(),
                        asking.teacher(),
                        price(asking.teacher(), reply.usage()),
                        budgeted));
        count(asking, "asked");
        return reply;
    }

    /** One of a job looks whether the budget has room; the others of it wait behind. */
    private void reserve(Asking asking, ChatRequest request, String hash) throws BudgetSpent, InterruptedException {
        var line = lines.computeIfAbsent(asking.jobId(), _ -> new ReentrantLock(true));
        line.lockInterruptibly();
        try {
            while (true) {
                var expected = estimate(asking).of(request);
                switch (ledger.reserve(
                        asking.jobId(),
                        hash,
                        expected.tokensIn() + expected.tokensOut(),
                        price(asking.teacher(), expected))) {
                    case Ledger.Reserved.Granted _ -> {
                        return;
                    }
                    case Ledger.Reserved.Later _ -> Thread.sleep(LOOK_AGAIN_MILLIS);
                    case Ledger.Reserved.Spent(String message) -> throw new BudgetSpent(message);
                }
            }
        } finally {
            line.unlock();
        }
    }

    private Estimate estimate(Asking asking) {
        return estimates.computeIfAbsent(asking.stage() + "/" + asking.teacher(), _ -> new Estimate());
    }

    /** What a teacher's tokens cost, whether they were paid or known. */
    public BigDecimal price(String name, ChatReply.Usage usage) {
        var teacher = teachers.configured(name);
        return teacher.priceIn()
                .multiply(BigDecimal.valueOf(usage.tokensIn()))
                .add(teacher.priceOut().multiply(BigDecimal.valueOf(usage.tokensOut())))
                .divide(MILLION, MathContext.DECIMAL64);
    }

    private void count(Asking asking, String source) {
        meters.counter("infinimill.teacher.replies", "teacher", asking.teacher(), "source", source)
                .increment();
    }
}
