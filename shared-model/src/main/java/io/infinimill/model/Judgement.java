package io.infinimill.model;

import static io.infinimill.model.Required.required;

import org.jspecify.annotations.Nullable;

/**
 * What one judge found.
 *
 * @param judge the operator as it prints itself
 * @param score in the judge's own scale; 1 for a check that passed
 * @param rationale why, or null where the score says it all
 */
public record Judgement(
        String judge, Double score, @Nullable String rationale) {

    public Judgement {
        required("Judgement", "judge", judge);
        if (!Double.isFinite(required("Judgement", "score", score))) {
            throw new IllegalArgumentException("Judgement.score is " + score + ", which JSON cannot write");
        }
    }
}
