package io.infinimill.generator.teacher;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a job has spent on teachers.
 *
 * @param asked requests that a teacher answered
 * @param known requests whose reply was known from before, and cost nothing
 * @param budget what it may spend, or null
 * @param teachers how that divides
 */
public record Spending(
        long asked,
        long known,
        long tokensIn,
        long tokensOut,
        BigDecimal money,
        @Nullable Budget budget,
        List<Share> teachers) {

    public Spending {
        teachers = List.copyOf(teachers);
    }

    /** Most tokens, in and out together, and most money; null where there is no limit. */
    public record Budget(@Nullable Long tokens, @Nullable BigDecimal money) {}

    /**
     * One teacher's part in one stage.
     *
     * @param succeeded templates that it gave
     * @param failed seeds of which it could make none
     */
    public record Share(
            String stage,
            String teacher,
            long asked,
            long known,
            long tokensIn,
            long tokensOut,
            BigDecimal money,
            long succeeded,
            long failed) {}

    public static Spending of(List<Share> shares, @Nullable Budget budget) {
        return new Spending(
                shares.stream().mapToLong(Share::asked).sum(),
                shares.stream().mapToLong(Share::known).sum(),
                shares.stream().mapToLong(Share::tokensIn).sum(),
                shares.stream().mapToLong(Share::tokensOut).sum(),
                shares.stream().map(Share::money).reduce(BigDecimal.ZERO, BigDecimal::add),
                budget,
                shares);
    }
}
