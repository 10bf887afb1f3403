package io.infinimill.dataset.version;

import io.infinimill.dataset.archive.Key;
import java.util.List;

/**
 * What a version has that another has not.
 *
 * @param added samples of {@code to} that are not in {@code from}
 * @param firstAdded ids of some of them, at most {@value #SHOWN}
 */
record Difference(
        int from, int to, long added, long removed, long common, List<String> firstAdded, List<String> firstRemoved) {

    private static final int SHOWN = 20;

    static Difference of(VersionReader.Located from, VersionReader.Located to, VersionReader reader, Samples samples) {
        var older = reader.members(from);
        var newer = reader.members(to);
        var added = newer.without(older);
        var removed = older.without(newer);
        return new Difference(
                from.version().number(),
                to.version().number(),
                added.size(),
                removed.size(),
                newer.size() - added.size(),
                first(added, samples),
                first(removed, samples));
    }

    private static List<String> first(Membership members, Samples samples) {
        return samples.keys(members.first(SHOWN)).stream().map(Key::hex).toList();
    }
}
