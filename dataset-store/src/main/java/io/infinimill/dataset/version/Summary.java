package io.infinimill.dataset.version;

import io.infinimill.model.ReasonCount;
import java.util.List;
import java.util.Map;

/**
 * What a version consists of, counted once when it is made.
 *
 * @param splits samples by split
 * @param styles samples by the style of their response
 * @param seedSets samples by seed set
 * @param rejected what the jobs of these samples had turned down by then
 */
public record Summary(
        long samples,
        long templates,
        Map<String, Long> splits,
        Map<String, Long> styles,
        Map<String, Long> seedSets,
        List<String> recipeHashes,
        List<ReasonCount> rejected) {}
