package io.infinimill.dataset.version;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which accepted samples a version takes; what is null does not restrict. Caps take the samples with the least ids, which
 * are hashes: a fixed random choice, the same whenever it is made over the same samples.
 *
 * @param style style of the response
 * @param seedSet seed set of the sample
 * @param templateIds only instances of these
 * @param maxPerTemplate at most this many instances of a template
 * @param sampleLimit at most this many samples
 */
public record Selection(
        @Nullable String style,
        @Nullable String seedSet,
        @Nullable List<String> templateIds,
        @Nullable Integer maxPerTemplate,
        @Nullable Long sampleLimit) {

    static final Selection EVERYTHING = new Selection(null, null, null, null, null);

    public Selection {
        templateIds = templateIds == null ? null : List.copyOf(templateIds);
        atLeastOne("maxPerTemplate", maxPerTemplate);
        atLeastOne("sampleLimit", sampleLimit);
    }

    private static void atLeastOne(String name, @Nullable Number cap) {
        if (cap != null && cap.longValue() < 1) {
            throw new IllegalArgumentException(name + " is " + cap + "\nMaybe 1 or more, or leave it out");
        }
    }
}
