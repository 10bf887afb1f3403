package io.infinimill.filter.operator;

import io.infinimill.filter.AnnouncedTemplate;
import io.infinimill.filter.TemplateIndex;
import io.infinimill.filter.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The kept templates of a dataset by the bands of their MinHash signatures. Rows per band are the most with which two
 * templates at the threshold still meet in some band with a probability of {@link #RECALL}; what meets is verified.
 */
final class ShingleIndex implements TemplateIndex {

    static final double RECALL = 0.99;

    private final double threshold;
    private final int shingleWords;
    private final long[] seeds;
    private final int rows;
    private final List<Kept> kept = new ArrayList<>();
    private final Map<Long, List<Integer>> bands = new HashMap<>();

    private record Kept(String id, Shingles shingles) {}

    ShingleIndex(double threshold, int shingleWords, int permutations) {
        this.threshold = threshold;
        this.shingleWords = shingleWords;
        this.seeds = new long[permutations];
        for (int i = 0; i < permutations; i++) {
            seeds[i] = Shingles.mix(0x9e3779b97f4a7c15L * (i + 1));
        }
        this.rows = rows(threshold, permutations);
    }

    @Override
    public Verdict add(AnnouncedTemplate template) {
        var shingles = Shingles.of(template.generalQuestion(), shingleWords);
        var keys = bandKeys(shingles);
        var compared = new HashSet<Integer>();
        for (long key : keys) {
            for (int candidate : bands.getOrDefault(key, List.of())) {
                var other = kept.get(candidate);
                double likeness = compared.add(candidate) ? shingles.jaccard(other.shingles()) : 0;
                if (likeness >= threshold) {
                    return new Verdict.Drop(
                            "near_duplicate",
                            "template %s is %s like the earlier template %s, not below %s"
                                    .formatted(
                                            template.id(),
                                            String.format(Locale.ROOT, "%.3f", likeness),
                                            other.id(),
                                            threshold));
                }
            }
        }
        for (long key : keys) {
            bands.computeIfAbsent(key, _ -> new ArrayList<>(1)).add(kept.size());
        }
        kept.add(new Kept(template.id(), shingles));
        return Verdict.KEEP;
    }

    static int rows(double threshold, int permutations) {
        int rows = 1;
        while (rows < permutations) {
            int bands = permutations / (rows + 1);
            if (1 - Math.pow(1 - Math.pow(threshold, rows + 1), bands) < RECALL) {
                break;
            }
            rows++;
        }
        return rows;
    }

    private long[] bandKeys(Shingles shingles) {
        var keys = new long[seeds.length / rows];
        for (int band = 0; band < keys.length; band++) {
            long key = band;
            for (int row = band * rows; row < (band + 1) * rows; row++) {
                key = Shingles.mix(key * 31 + shingles.least(seeds[row]));
            }
            keys[band] = key;
        }
        return keys;
    }
}
