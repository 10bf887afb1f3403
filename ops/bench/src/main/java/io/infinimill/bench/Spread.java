package io.infinimill.bench;

import java.util.Arrays;

/** Repeated measurements of one thing. */
record Spread(double min, double median, double max) {

    /** Work of a known size. */
    interface Work {
        void run() throws InterruptedException;
    }

    /** Pieces a second over some runs, after one that does not count. */
    static Spread ofRate(int runs, long pieces, Work work) throws InterruptedException {
        work.run();
        var rates = new double[runs];
        for (var i = 0; i < runs; i++) {
            var start = System.nanoTime();
            work.run();
            rates[i] = pieces * 1e9 / (System.nanoTime() - start);
        }
        return of(rates);
    }

    static Spread of(double... values) {
        var sorted = values.clone();
        Arrays.sort(sorted);
        var middle = sorted.length / 2;
        var median = sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
        return new Spread(sorted[0], median, sorted[sorted.length - 1]);
    }

    String range() {
        return "min %s, max %s".formatted(Figures.grouped(min), Figures.grouped(max));
    }
}
