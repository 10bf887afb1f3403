package io.infinimill.dataset.version;

import io.infinimill.dataset.Split;
import io.infinimill.dataset.StoredSample;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the samples of a version. */
public final class VersionReader {

    private static final UUID START = new UUID(0, 0);
    private static final int REMEMBERED = 16;

    private final Datasets datasets;
    private final Versions versions;
    private final Samples samples;
    private final Map<String, Membership> members =
            Collections.synchronizedMap(new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Membership> eldest) {
                    return size() > REMEMBERED;
                }
            });

    VersionReader(Datasets datasets, Versions versions, Samples samples) {
        this.datasets = datasets;
        this.versions = versions;
        this.samples = samples;
    }

    /** A version that exists. */
    public record Located(String dataset, int datasetNumber, Version version) {}

    /** Reads a stream of samples while its connection is open. */
    public interface Reading<T> {
        T read(Stream<StoredSample> samples) throws IOException;
    }

    /** @throws io.infinimill.dataset.UnknownName with the names there are */
    public Located locate(String dataset, String version) {
        int number = datasets.number(dataset);
        return new Located(dataset, number, versions.load(number, version));
    }

    /** Reads the samples of one split, or of all, in the order of their ids, through a cursor: in constant memory. */
    public <T> T read(Located located, @Nullable Split split, Reading<T> reading) {
        return readAfter(located, START, split, reading);
    }

    <T> T readAfter(Located located, UUID after, @Nullable Split split, Reading<T> reading) {
        return samples.read(located.datasetNumber(), members(located), after, split, reading);
    }

    Membership members(Located located) {
        int number = located.version().number();
        return members.computeIfAbsent(
                located.datasetNumber() + "/" + number, key -> versions.members(located.datasetNumber(), number));
    }
}
