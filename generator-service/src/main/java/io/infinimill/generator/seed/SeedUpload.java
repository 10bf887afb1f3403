package io.infinimill.generator.seed;

import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.model.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Takes an upload line by line: a bad line is reported with its number and reason, the rest is stored. */
@Component
class SeedUpload {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final int BATCH = 1000;
    private static final int REPORTED = 1000;

    private final SeedSets sets;

    SeedUpload(SeedSets sets) {
        this.sets = sets;
    }

    /** A line that is no seed, numbered from 1. */
    record RejectedLine(long line, String reason) {}

    /**
     * @param accepted seeds that are new in the set
     * @param duplicates seeds the set already had
     * @param rejectedLines how many lines were no seeds
     * @param rejected the first thousand of them
     */
    record Report(String name, long accepted, long duplicates, long rejectedLines, List<RejectedLine> rejected) {}

    Report store(String name, String format, InputStream upload) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequest(
                    "'%s' is no name for a seed set: lower-case letters, digits, '.', '_' and '-', at most 63"
                            .formatted(name));
        }
        var reader = SeedFormats.load(format);
        sets.create(name, format);
        var taking = new Taking(name, reader);
        UploadLines.read(upload, taking::take);
        taking.flush();
        return new Report(
                name,
                taking.accepted,
                taking.read - taking.accepted,
                taking.rejectedLines,
                List.copyOf(taking.rejected));
    }

    private final class Taking {
        private final String name;
        private final SeedFormat format;
        private final List<Seed> batch = new ArrayList<>();
        private final List<RejectedLine> rejected = new ArrayList<>();
        private long read;
        private long accepted;
        private long rejectedLines;

        Taking(String name, SeedFormat format) {
            this.name = name;
            this.format = format;
        }

        void take(UploadLines.Line line) {
            var fault = line.fault();
            if (line.text() != null) {
                if (line.text().isBlank()) {
                    return;
                }
                try {
                    batch.add(format.read(name, line.text()));
                    read++;
                } catch (IllegalArgumentException e) {
                    fault = e.getMessage();
                }
            }
            if (fault != null && ++rejectedLines <= REPORTED) {
                rejected.add(new RejectedLine(line.number(), fault));
            }
            if (batch.size() == BATCH) {
                flush();
            }
        }

        void flush() {
            accepted += sets.add(name, batch);
            batch.clear();
        }
    }
}
