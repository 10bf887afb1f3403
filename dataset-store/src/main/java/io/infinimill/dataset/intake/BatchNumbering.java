package io.infinimill.dataset.intake;

import io.infinimill.dataset.archive.Digest;
import io.infinimill.dataset.archive.EventPacker;
import io.infinimill.dataset.archive.Origin;
import io.infinimill.dataset.archive.Origins;
import io.infinimill.dataset.archive.Origins.Reason;
import io.infinimill.dataset.archive.StoredOrigin;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Turns what arrived into rows. */
final class BatchNumbering {

    private static final int COLUMNS = 7;
    private static final int NONE = -1;

    private final Origins origins;
    private final int compressionLevel;

    BatchNumbering(Origins origins, int compressionLevel) {
        this.origins = origins;
        this.compressionLevel = compressionLevel;
    }

    NumberedBatch number(Batch batch) {
        var jobs = new TreeSet<Integer>();
        var samples = batch.outcomes().isEmpty() ? null : samples(batch.outcomes(), jobs);
        var templates = batch.templates().stream().map(this::template).toList();
        var dead = batch.deadLetters().stream()
                .map(letter -> new NumberedBatch.Dead(letter, job(letter)))
                .toList();
        dead.stream().map(NumberedBatch.Dead::job).filter(job -> job != null).forEach(jobs::add);
        return new NumberedBatch(samples, templates, dead, jobs, reasons(batch.outcomes()));
    }

    private Map<Integer, Reason> reasons(List<Outcome> outcomes) {
        var reasons = new HashMap<Integer, Reason>();
        for (var outcome : outcomes) {
            if (outcome.reason() != null) {
                reasons.put(origins.reason(outcome.reason()), outcome.reason());
            }
        }
        return reasons;
    }

    private CopyRows samples(List<Outcome> outcomes, SortedSet<Integer> jobs) {
        var examples = new HashMap<Origin, byte[]>();
        outcomes.forEach(outcome -> examples.putIfAbsent(outcome.origin(), outcome.event()));
        var stored = origins.store(examples);
        var known = outcomes.stream()
                .map(outcome -> Objects.requireNonNull(stored.get(outcome.origin())))
                .toList();
        known.forEach(origin -> jobs.add(origin.job()));
        var packed = pack(outcomes, known);
        var rows = new CopyRows();
        for (int i = 0; i < outcomes.size(); i++) {
            var outcome = outcomes.get(i);
            var origin = known.get(i);
            var reason = outcome.reason();
            rows.row(COLUMNS)
                    .add(i)
                    .add(outcome.id())
                    .add(Digest.of(outcome.event()))
                    .add(origin.dataset())
                    .add(origin.id())
                    .add(reason == null ? null : (Integer) origins.reason(reason))
                    .add(packed[i]);
        }
        return rows;
    }

    /** Origin by origin, since a change of the example costs as much as packing an event. */
    private byte[][] pack(List<Outcome> outcomes, List<StoredOrigin> known) {
        var packed = new byte[outcomes.size()][];
        var order = IntStream.range(0, packed.length)
                .boxed()
                .sorted(Comparator.comparingInt(i -> known.get(i).id()))
                .toList();
        int related = NONE;
        try (var packer = new EventPacker(compressionLevel)) {
            for (int i : order) {
                var origin = known.get(i);
                if (origin.id() != related) {
                    packer.relateTo(origin.example());
                    related = origin.id();
                }
                packed[i] = packer.pack(outcomes.get(i).event(), outcomes.get(i).id());
            }
        }
        return packed;
    }

    private Object[] template(VerifiedTemplate template) {
        return new Object[] {
            origins.dataset(template.dataset()),
            template.id(),
            origins.job(template.job()),
            template.seedSet(),
            template.licence(),
            template.event()
        };
    }

    private @Nullable Integer job(DeadLetter letter) {
        return letter.job() == null ? null : (Integer) origins.job(letter.job());
    }
}
