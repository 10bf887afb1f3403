package io.infinimill.generator.job;

import io.infinimill.generator.teacher.Spending;
import io.infinimill.generator.teacher.TeacherAtWork;
import io.infinimill.model.ReasonCount;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A job as users see it.
 *
 * @param acceptanceRate accepted of all that are settled, or null before the first
 * @param rate accepted samples per second since the start, or null before it
 * @param etaSeconds until the target at that rate, or null where it cannot be told
 * @param spending on teachers
 * @param perAccepted what an accepted sample has cost in teachers, or null before the first
 * @param teachers what the job's teachers do now, in the process that is asked
 * @param forecast of what teachers will have cost at the target, or null where nothing is known yet
 */
record JobView(
        String id,
        String state,
        @Nullable String message,
        String recipe,
        String recipeHash,
        @Nullable String seedSet,
        String dataset,
        @Nullable Long target,
        Seeds seeds,
        Samples samples,
        List<ReasonCount> reasons,
        @Nullable Double acceptanceRate,
        @Nullable Double rate,
        @Nullable Long etaSeconds,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        Spending spending,
        @Nullable PerAccepted perAccepted,
        List<TeacherAtWork> teachers,
        @Nullable Outlook forecast) {

    private static final MathContext DIGITS = new MathContext(4);

    record PerAccepted(BigDecimal tokens, BigDecimal money) {

        static @Nullable PerAccepted of(Job job, Spending spending) {
            return job.accepted() == 0 || spending.teachers().isEmpty()
                    ? null
                    : new PerAccepted(
                            share(BigDecimal.valueOf(spending.tokensIn() + spending.tokensOut()), job.accepted()),
                            share(spending.money(), job.accepted()));
        }

        private static BigDecimal share(BigDecimal all, long accepted) {
            return all.divide(BigDecimal.valueOf(accepted), DIGITS);
        }
    }

    /** Seeds that gave a template, and seeds that gave none. */
    record Seeds(long decoupled, long refused) {}

    /**
     * {@code generated = accepted + rejected + deadLettered + inFlight}. An outside producer's sample counts from when it
     * has ended, since nobody knows of it before.
     */
    record Samples(long generated, long accepted, long rejected, long deadLettered, long inFlight) {

        static Samples of(Job job) {
            return new Samples(
                    job.settled() + job.inFlight(), job.accepted(), job.rejected(), job.deadLettered(), job.inFlight());
        }
    }

    static JobView of(
            Job job, Instant now, Spending spending, List<TeacherAtWork> teachers, @Nullable Outlook forecast) {
        var rate = rate(job, now);
        return new JobView(
                job.id(),
                job.state(),
                job.message(),
                job.recipe().name(),
                job.recipeHash(),
                job.seedSet(),
                job.dataset(),
                job.target(),
                new Seeds(job.decoupled(), job.refused()),
                Samples.of(job),
                job.reasons(),
                job.settled() == 0 ? null : (double) job.accepted() / job.settled(),
                rate,
                eta(job, rate),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                spending,
                PerAccepted.of(job, spending),
                teachers,
                forecast);
    }

    private static @Nullable Double rate(Job job, Instant now) {
        if (job.startedAt() == null) {
            return null;
        }
        var end = job.finishedAt() == null ? now : job.finishedAt();
        double seconds = Duration.between(job.startedAt(), end).toMillis() / 1000.0;
        return seconds <= 0 ? null : job.accepted() / seconds;
    }

    private static @Nullable Long eta(Job job, @Nullable Double rate) {
        return job.target() == null || rate == null || rate <= 0 || !job.state().equals(JobState.RUNNING)
                ? null
                : (long) Math.ceil(Math.max(0, job.target() - job.accepted()) / rate);
    }
}
