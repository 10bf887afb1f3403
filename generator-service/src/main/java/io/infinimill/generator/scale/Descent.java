package io.infinimill.generator.scale;

import io.infinimill.generator.scale.Levels.Level;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A search through the levels that tries each variable's values in an order of its own (a random start and a stride that
 * visits all) and turns back where a condition fails. It can go on after a solution, so one descent visits every one.
 */
final class Descent {

    private final List<Level> levels;
    private final double[] quantities;
    private final int[] start;
    private final int[] stride;
    private final int[] tried;
    private final int[] chosen;
    private int level;

    Descent(Levels levels, RandomGenerator random) {
        this.levels = levels.levels();
        int count = this.levels.size();
        quantities = new double[levels.places()];
        start = new int[count];
        stride = new int[count];
        tried = new int[count];
        chosen = new int[count];
        restart(random);
    }

    void restart(RandomGenerator random) {
        level = 0;
        for (int i = 0; i < start.length; i++) {
            int size = levels.get(i).size();
            start[i] = size == 1 ? 0 : random.nextInt(size);
            stride[i] = size < 3 ? 1 : coprime(1 + random.nextInt(size - 1), size);
            tried[i] = 0;
        }
    }

    /**
     * Goes on to the next solution.
     *
     * @return the values tried on the way; negative when there is no further solution or the budget is spent
     */
    int next(int budget) {
        int last = levels.size() - 1;
        for (int spent = 1; spent <= budget; spent++) {
            if (level < 0) {
                return -1;
            }
            var current = levels.get(level);
            if (tried[level] >= current.size()) {
                level--;
                continue;
            }
            int index = (int) ((start[level] + (long) tried[level]++ * stride[level]) % current.size());
            if (!current.holds(index, quantities)) {
                continue;
            }
            chosen[level] = index;
            if (level == last) {
                return spent;
            }
            tried[++level] = 0;
        }
        return -1;
    }

    boolean exhausted() {
        return level < 0;
    }

    /** The index into the domain of the level's variable in the present solution. */
    int chosen(int level) {
        return chosen[level];
    }

    private static int coprime(int stride, int size) {
        int candidate = stride;
        while (gcd(candidate, size) != 1) {
            candidate = candidate % (size - 1) + 1;
        }
        return candidate;
    }

    private static int gcd(int a, int b) {
        return b == 0 ? a : gcd(b, a % b);
    }
}
