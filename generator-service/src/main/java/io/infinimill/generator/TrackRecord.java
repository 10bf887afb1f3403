package io.infinimill.generator;

import java.math.BigDecimal;

/**
 * How a teacher did lately with problems of one topic. What is long ago counts less, so that a change shows.
 *
 * @param tried seeds
 * @param succeeded seeds that gave a template
 * @param money that they cost
 * @param tokens that they took, in and out together
 */
public record TrackRecord(double tried, double succeeded, double money, double tokens) {

    public static final TrackRecord NONE = new TrackRecord(0, 0, 0, 0);

    /** What an older seed counts beside the one after it: the last fifty or so decide. */
    public static final double FADING = 0.98;

    public TrackRecord after(boolean success, BigDecimal cost, long taken) {
        return new TrackRecord(
                tried * FADING + 1,
                succeeded * FADING + (success ? 1 : 0),
                money * FADING + cost.doubleValue(),
                tokens * FADING + taken);
    }
}
