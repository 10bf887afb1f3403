package io.infinimill.generator.scale;

/**
 * How far from the seed's numbers the others may be. The narrowest that gives enough sets of numbers is taken: a wide
 * range is less plausible than few samples.
 *
 * @param factor greatest ratio of a value to the seed's
 * @param round whether round numbers stay round
 * @param magnitude greatest ratio of an answer to the seed's
 * @param above whether counts above one stay above one
 * @param customary whether values stay within what is usual, and not only within what is possible
 * @param enough sets of numbers at which nothing wider is tried
 */
record Leeway(int factor, boolean round, int magnitude, boolean above, boolean customary, int enough) {

    static final Leeway[] WIDENING = {
        new Leeway(2, true, 10, true, true, 100),
        new Leeway(3, true, 10, true, true, 80),
        new Leeway(3, false, 10, true, true, 50),
        new Leeway(5, false, 10, true, true, 18),
        new Leeway(10, false, 20, false, false, 18)
    };
}
