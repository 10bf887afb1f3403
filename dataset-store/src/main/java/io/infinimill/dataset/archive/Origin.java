package io.infinimill.dataset.archive;

import io.infinimill.model.Hash;
import io.infinimill.model.Sample;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the samples of one template in one job share; of samples without a template, what those of one job share.
 *
 * @param seed the seed of the template; null without one, since then it differs from sample to sample
 */
public record Origin(
        String dataset,
        String job,
        String kind,
        @Nullable String seedSet,
        @Nullable String seed,
        @Nullable UUID template,
        @Nullable String style,
        String recipeHash) {

    private static final int LONGEST = 200;

    public Origin {
        fitting("dataset", dataset);
        fitting("jobId", job);
        fitting("kind", kind);
        fitting("seedSet", seedSet);
        fitting("seedId", seed);
        fitting("style", style);
        fitting("recipeHash", recipeHash);
    }

    public static Origin of(Sample sample) {
        var template = sample.templateId();
        return new Origin(
                sample.dataset(),
                sample.jobId(),
                sample.kind(),
                sample.seedSet(),
                template == null ? null : sample.seedId(),
                template == null ? null : Key.of(template),
                sample.style(),
                sample.provenance().recipeHash());
    }

    public UUID digest() {
        return Key.of(Hash.of(
                dataset, job, kind, seedSet, seed, template == null ? null : template.toString(), style, recipeHash));
    }

    /**
     * What PostgreSQL takes as indexed text.
     *
     * @throws IllegalArgumentException for a name that is empty, too long or has a zero character
     */
    public static void fitting(String component, @Nullable String name) {
        if (name != null && (name.isEmpty() || name.length() > LONGEST || name.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("%s has %d characters or a zero character; it takes 1 to %d without"
                    .formatted(component, name.length(), LONGEST));
        }
    }
}
