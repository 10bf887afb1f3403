package io.infinimill.generator.scale;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Which variables are substituted back: none first, then distinct non-empty subsets. */
final class Forms {

    /** With 2^12 subsets there is no need to count all of them out. */
    private static final int MOST_COUNTED = 12;

    private Forms() {}

    /** At most {@code count} forms of the variables; the first substitutes none. */
    static List<Set<String>> of(List<String> variables, int count, RandomGenerator random) {
        int all = 1 << Math.min(variables.size(), MOST_COUNTED);
        var subsets = new LinkedHashSet<BitSet>();
        subsets.add(new BitSet());
        while (subsets.size() < Math.min(count, all)) {
            subsets.add(BitSet.valueOf(new long[] {random.nextLong(1L << Math.min(variables.size(), Long.SIZE - 2))}));
        }
        var forms = new ArrayList<Set<String>>();
        for (var subset : subsets) {
            var names = new LinkedHashSet<String>();
            subset.stream().forEach(i -> names.add(variables.get(i)));
            forms.add(names);
        }
        return forms;
    }
}
