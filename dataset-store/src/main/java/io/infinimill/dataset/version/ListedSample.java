package io.infinimill.dataset.version;

import io.infinimill.dataset.Cursor;
import io.infinimill.dataset.Page;
import io.infinimill.dataset.StoredSample;
import io.infinimill.dataset.archive.Key;
import io.infinimill.model.Judgement;
import io.infinimill.model.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sample as lists show it. */
record ListedSample(Sample sample, String response, String split, List<Judgement> judgements) {

    /** A page of a search ends here even if it is not full; its cursor goes on. */
    private static final int LOOKED_AT = 20_000;

    static Page<ListedSample> page(Stream<StoredSample> samples, @Nullable String text) {
        var found = new ArrayList<ListedSample>();
        var sought = text == null ? "" : text.toLowerCase(Locale.ROOT);
        int lookedAt = 0;
        for (var each = samples.iterator(); each.hasNext(); ) {
            var stored = each.next();
            if (contains(stored, sought)) {
                found.add(of(stored));
            }
            lookedAt++;
            if (found.size() == Page.SIZE || lookedAt == LOOKED_AT) {
                var last = Key.of(stored.sample().id());
                return new Page<>(found, each.hasNext() ? Cursor.of(last) : null);
            }
        }
        return new Page<>(found, null);
    }

    private static ListedSample of(StoredSample stored) {
        return new ListedSample(
                stored.sample(), stored.response(), stored.split().label(), stored.judgements());
    }

    private static boolean contains(StoredSample stored, String sought) {
        return sought.isEmpty()
                || stored.sample().question().toLowerCase(Locale.ROOT).contains(sought)
                || stored.response().toLowerCase(Locale.ROOT).contains(sought);
    }
}
