package io.infinimill.dataset.version;

import io.infinimill.dataset.Split;
import io.infinimill.dataset.StoredSample;
import io.infinimill.model.Template;
import java.io.IOException;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the samples of a version, and the templates among theirs that have a correction. */
public final class VersionReader {

    private static final UUID START = new UUID(0, 0);
    private static final int REMEMBERED = 16;

    private final Datasets datasets;
    private final Versions versions;
    private final Samples samples;
    private final Corrections corrections;
    private final Map<String, Membership> members = leastRecent();
    private final Map<String, BitSet> origins = leastRecent();

    VersionReader(Datasets datasets, Versions versions, Samples samples, Corrections corrections) {
        this.datasets = datasets;
        this.versions = versions;
        this.samples = samples;
        this.corrections = corrections;
    }

    /** A version that exists. */
    public record Located(String dataset, int datasetNumber, Version version) {}

    /** Reads a stream while its connection is open. */
    public interface Reading<S, T> {
        T read(Stream<S> stream) throws IOException;
    }

    /** @throws io.infinimill.dataset.UnknownName with the names there are */
    public Located locate(String dataset, String version) {
        int number = datasets.number(dataset);
        return new Located(dataset, number, versions.load(number, version));
    }

    /** Reads the samples of one split, or of all, in the order of their ids, through a cursor: in constant memory. */
    public <T> T read(Located located, @Nullable Split split, Reading<StoredSample, T> reading) {
        return readAfter(located, START, split, reading);
    }

    <T> T readAfter(Located located, UUID after, @Nullable Split split, Reading<StoredSample, T> reading) {
        return samples.read(located.datasetNumber(), members(located), after, split, reading);
    }

    /**
     * Keys of the corrected templates of one split, or of all, in their order. Templates come by another topic than
     * samples, so one that is late is not among them yet; one that is here stays, unchanged.
     */
    public List<UUID> corrected(Located located, @Nullable Split split) {
        return corrections.keys(located.datasetNumber(), () -> origins(located)).stream()
                .filter(template -> split == null || split == Split.of(template))
                .toList();
    }

    /** Reads templates in the order of their keys, through a cursor: in constant memory. */
    public <T> T readTemplates(Located located, List<UUID> keys, Reading<Template, T> reading) {
        return corrections.read(located.datasetNumber(), keys, reading);
    }

    Membership members(Located located) {
        return members.computeIfAbsent(
                key(located),
                key -> versions.members(
                        located.datasetNumber(), located.version().number()));
    }

    private BitSet origins(Located located) {
        return origins.computeIfAbsent(
                key(located), key -> corrections.origins(located.datasetNumber(), members(located)));
    }

    private static String key(Located located) {
        return located.datasetNumber() + "/" + located.version().number();
    }

    private static <V> Map<String, V> leastRecent() {
        return Collections.synchronizedMap(new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > REMEMBERED;
            }
        });
    }
}
