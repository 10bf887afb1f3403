package io.infinimill.filter.operator;

import io.infinimill.filter.TemplateFilter;
import io.infinimill.filter.TemplateIndex;
import io.infinimill.operator.Purpose;

/**
 * Drops the samples of a template whose general question, its numbers and placeholders masked, is much like that of an
 * earlier template that was kept. Likeness is the exact Jaccard index of the word shingles; MinHash only finds whom to
 * compare. It is not transitive: a template like a dropped one only is kept. Samples of one template are never
 * duplicates of each other here. Reason: {@code near_duplicate}.
 */
@Purpose("Drops samples of templates whose question, numbers masked, is nearly that of an earlier template of the"
        + " dataset.")
record NearDuplicateTemplate(
        @Purpose("Jaccard index of the shingles from which on two templates count as the same, such as 0.8.")
        double threshold,

        @Purpose("Words in a shingle, such as 3.") int shingleWords,

        @Purpose("Hash functions of a MinHash signature, such as 128: more find more.")
        int permutations)
        implements TemplateFilter {

    NearDuplicateTemplate {
        if (!(threshold > 0 && threshold <= 1)) {
            throw new IllegalArgumentException("threshold is %s, not within 0 to 1".formatted(threshold));
        }
        if (shingleWords < 1 || shingleWords > 20) {
            throw new IllegalArgumentException("shingle-words is %d, not 1 to 20".formatted(shingleWords));
        }
        if (permutations < 1 || permutations > 1024) {
            throw new IllegalArgumentException("permutations is %d, not 1 to 1024".formatted(permutations));
        }
    }

    @Override
    public TemplateIndex index() {
        return new ShingleIndex(threshold, shingleWords, permutations);
    }
}
