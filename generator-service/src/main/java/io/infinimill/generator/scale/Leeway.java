package io.infinimill.generator.scale;

/**
 * How far from the seed's numbers the others may be. The narrowest that gives enough sets of numbers is taken.
 *
 * @param factor greatest ratio of a value to the seed's
 * @param round whether round numbers stay round
 * @param magnitude greatest ratio of an answer to the seed's, zero for any
 * @param above whether counts above one stay above one
 * @param parts whether what is fixed by nature, such as the wheels of a car, may change
 */
record Leeway(int factor, boolean round, int magnitude, boolean above, boolean parts) {

    static final Leeway[] WIDENING = {
        new Leeway(2, true, 10, true, false),
        new Leeway(3, true, 10, true, false),
        new Leeway(3, false, 10, true, false),
        new Leeway(5, false, 10, true, false),
        new Leeway(10, false, 20, true, false),
        new Leeway(20, false, 0, false, true)
    };
}
