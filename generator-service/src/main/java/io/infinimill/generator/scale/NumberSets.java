package io.infinimill.generator.scale;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Sets of numbers that meet a template's conditions: the seed's own first, then others in a random order that the
 * generator alone decides, none twice. At first each comes from a fresh descent, for variety; when those bring little
 * new, one exhaustive descent visits the rest.
 */
final class NumberSets implements Iterator<Map<String, BigDecimal>> {

    /** Values tried in one fresh descent before it starts anew. */
    private static final int DESCENT_BUDGET = 4_000;

    /** Fresh descents in a row without a new set before the exhaustive one begins. */
    private static final int PATIENCE = 40;

    /** Values tried in the exhaustive descent between two sets: some seconds, then the template counts as exhausted. */
    private static final int LAST_BUDGET = 20_000_000;

    private final Quantities quantities;
    private final Levels levels;
    private final Descent descent;
    private final RandomGenerator random;
    private final Set<Long> seen = new HashSet<>();
    private boolean exhaustive;
    private @Nullable Map<String, BigDecimal> next;

    NumberSets(Quantities quantities, RandomGenerator random) {
        this.quantities = quantities;
        this.random = random;
        levels = new Levels(quantities);
        descent = new Descent(levels, random);
        next = quantities.original();
        seen.add(key(next));
    }

    @Override
    public boolean hasNext() {
        if (next == null) {
            next = find();
        }
        return next != null;
    }

    @Override
    public Map<String, BigDecimal> next() {
        if (!hasNext() || next == null) {
            throw new NoSuchElementException("the template's numbers are exhausted");
        }
        var found = next;
        next = null;
        return found;
    }

    private @Nullable Map<String, BigDecimal> find() {
        if (quantities.variables().isEmpty()) {
            return null;
        }
        for (int i = 0; !exhaustive && i < PATIENCE; i++) {
            descent.restart(random);
            if (descent.next(DESCENT_BUDGET) > 0) {
                var values = values();
                if (seen.add(key(values))) {
                    return values;
                }
            } else if (descent.exhausted()) {
                break;
            }
        }
        if (!exhaustive) {
            exhaustive = true;
            descent.restart(random);
        }
        while (descent.next(LAST_BUDGET) > 0) {
            var values = values();
            if (seen.add(key(values))) {
                return values;
            }
        }
        return null;
    }

    private Map<String, BigDecimal> values() {
        var found = new BigDecimal[quantities.variables().size()];
        for (int i = 0; i < found.length; i++) {
            var level = levels.levels().get(i);
            found[level.variable()] = level.domain().value(descent.chosen(i));
        }
        var values = LinkedHashMap.<String, BigDecimal>newLinkedHashMap(found.length);
        for (int i = 0; i < found.length; i++) {
            values.put(quantities.variables().get(i).name(), found[i]);
        }
        return values;
    }

    /** Two sets in a billion billion share a key: one of them would be left out. */
    private static long key(Map<String, BigDecimal> values) {
        long key = 1;
        for (var value : values.values()) {
            key = (key ^ Double.doubleToLongBits(value.doubleValue())) * 0x9E3779B97F4A7C15L;
            key ^= key >>> 29;
        }
        return key;
    }
}
