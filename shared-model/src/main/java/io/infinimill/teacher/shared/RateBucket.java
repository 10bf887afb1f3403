package io.infinimill.teacher.shared;

/** What may be spent a minute, filling evenly. It may be overdrawn once; then it has to fill before more is spent. */
final class RateBucket {

    private static final double NANOS_PER_MINUTE = 60e9;
    private static final int SECONDS_PER_MINUTE = 60;

    private final double perNano;
    private final double capacity;
    private double level;
    private long filledAt;

    /** A second's worth may be spent at once. */
    RateBucket(int perMinute, long now) {
        perNano = perMinute / NANOS_PER_MINUTE;
        capacity = Math.max(1, (double) perMinute / SECONDS_PER_MINUTE);
        level = capacity;
        filledAt = now;
    }

    /** Nanoseconds until something may be spent; 0 for now. */
    long waitNanos(long now) {
        level = Math.min(capacity, level + (now - filledAt) * perNano);
        filledAt = now;
        var wanting = Math.min(1, capacity) - level;
        return wanting <= 0 ? 0 : (long) Math.ceil(wanting / perNano);
    }

    /** A negative amount gives back. */
    void spend(long amount) {
        level -= amount;
    }
}
