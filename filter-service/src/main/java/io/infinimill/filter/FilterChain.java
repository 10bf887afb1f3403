package io.infinimill.filter;

import io.infinimill.model.Hop;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleRejected;
import io.infinimill.operator.Catalogue;
import java.util.List;

/**
 * The filters of a recipe in their order; the first drop decides. It is walked in one go, or in two where a filter for
 * duplicates stands in it: up to that filter, and, where all samples of a fingerprint meet, from it on.
 */
final class FilterChain {

    private final List<Filter> filters;
    private final Hop hop;

    FilterChain(List<Filter> filters) {
        this.filters = List.copyOf(filters);
        this.hop = Hop.of(
                SampleRejected.FILTER, filters.stream().map(String::valueOf).toList());
    }

    /** What the filter stage adds to a sample's provenance. */
    Hop hop() {
        return hop;
    }

    Decision arrive(Sample sample, Templates templates) {
        return walk(0, sample, templates);
    }

    /** Goes on with a sample whose fingerprint {@code claims} knows all claims of. */
    Decision claim(Sample sample, Templates templates, Claims claims) {
        for (int i = 0; i < filters.size(); i++) {
            if (filters.get(i) instanceof DuplicateFilter filter) {
                var first = claims.claim(filter.fingerprint(sample), sample.id());
                return first.equals(sample.id())
                        ? walk(i + 1, sample, templates)
                        : drop(filter, "duplicate", "the same as sample " + first);
            }
        }
        return new Decision.Kept();
    }

    private Decision walk(int from, Sample sample, Templates templates) {
        for (var filter : filters.subList(from, filters.size())) {
            var verdict = Verdict.KEEP;
            switch (filter) {
                case SampleFilter simple -> verdict = simple.check(sample);
                case DuplicateFilter duplicates -> {
                    return new Decision.Claim(duplicates.fingerprint(sample));
                }
                case TemplateFilter perTemplate -> {
                    var found = templates.verdict(perTemplate, sample);
                    if (found.isEmpty()) {
                        return new Decision.Wait(
                                "template %s of dataset %s is not announced on templates.verified, which %s needs. Maybe announce it, or leave templateId out"
                                        .formatted(
                                                sample.templateId(),
                                                sample.dataset(),
                                                Catalogue.nameOf(filter.getClass())));
                    }
                    verdict = found.get();
                }
            }
            if (verdict instanceof Verdict.Drop(String reason, String detail)) {
                return drop(filter, reason, detail);
            }
        }
        return new Decision.Kept();
    }

    private static Decision drop(Filter filter, String reason, String detail) {
        return new Decision.Dropped(Catalogue.nameOf(filter.getClass()), reason, detail);
    }
}
