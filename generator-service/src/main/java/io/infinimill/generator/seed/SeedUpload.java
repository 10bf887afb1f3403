package io.infinimill.generator.seed;

import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.generator.web.TooLarge;
import io.infinimill.generator.web.Unprocessable;
import io.infinimill.model.Seed;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes an upload line by line: a bad line is reported with its number and reason, the rest is stored. */
@Component
class SeedUpload {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9._-]{0,62}");
    private static final int BATCH = 1000;
    private static final int REPORTED = 1000;
    private static final int SHOWN = 5;

    private final SeedSets sets;
    private final TransactionTemplate transactions;
    private final UploadSettings limits;

    SeedUpload(SeedSets sets, PlatformTransactionManager transactions, UploadSettings limits) {
        this.sets = sets;
        this.transactions = new TransactionTemplate(transactions);
        this.limits = limits;
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

    /**
     * Stores all of an upload or nothing, so that one that breaks off leaves nothing behind.
     *
     * @throws InvalidRequest when the set cannot have this name or format
     * @throws Unprocessable when no line is a seed: then nothing is stored, and the name stays free
     * @throws TooLarge when the upload is beyond a limit
     */
    Report store(String name, @Nullable String format, InputStream upload) throws IOException {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidRequest(
                    "'%s' is no name for a seed set: lower-case letters, digits, '.', '_' and '-', at most 63"
                            .formatted(name));
        }
        var reader = SeedFormats.load(format);
        sets.check(name, String.valueOf(format));
        var taking = new Taking(name, String.valueOf(format), reader);
        transactions.executeWithoutResult(status -> take(upload, taking));
        return new Report(
                name,
                taking.accepted,
                taking.read - taking.accepted,
                taking.rejectedLines,
                List.copyOf(taking.rejected));
    }

    private void take(InputStream upload, Taking taking) {
        try {
            UploadLines.read(new BoundedUpload(upload, limits.bytes()), taking::take);
        } catch (IOException brokenOff) {
            throw new UncheckedIOException(brokenOff);
        }
        taking.flush();
        if (taking.read == 0) {
            throw new Unprocessable(taking.nothing());
        }
    }

    private final class Taking {
        private final String name;
        private final String formatName;
        private final SeedFormat format;
        private final List<Seed> batch = new ArrayList<>();
        private final List<RejectedLine> rejected = new ArrayList<>();
        private @Nullable String firstRefused;
        private long read;
        private long accepted;
        private long rejectedLines;

        Taking(String name, String formatName, SeedFormat format) {
            this.name = name;
            this.formatName = formatName;
            this.format = format;
        }

        void take(UploadLines.Line line) {
            if (line.number() > limits.lines()) {
                throw new TooLarge(
                        "the upload has more than %,d lines, so nothing of it is stored. Maybe send it in parts"
                                .formatted(limits.lines()));
            }
            var fault = line.fault();
            var text = line.text();
            if (text != null) {
                if (text.isBlank()) {
                    return;
                }
                try {
                    batch.add(format.read(name, text));
                    read++;
                } catch (IllegalArgumentException e) {
                    fault = String.valueOf(e.getMessage());
                    firstRefused = firstRefused == null ? text : firstRefused;
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
            if (!batch.isEmpty()) {
                if (read == batch.size()) {
                    sets.create(name, formatName);
                }
                accepted += sets.add(name, batch);
                batch.clear();
            }
        }

        /** Why there is no seed, and which format may have been meant. */
        String nothing() {
            if (rejectedLines == 0) {
                return "the upload has no lines, so nothing is stored. Maybe the file is empty";
            }
            var reasons = rejected.stream()
                    .limit(SHOWN)
                    .map(line -> "line %d: %s".formatted(line.line(), line.reason()))
                    .collect(Collectors.joining("\n"));
            var meant = firstRefused == null ? List.<String>of() : SeedFormats.reading(firstRefused);
            return "none of %,d lines is a seed of format '%s', so nothing is stored\n%s%s"
                    .formatted(
                            rejectedLines,
                            formatName,
                            reasons,
                            meant.isEmpty() ? "" : "\nMaybe format=" + String.join(" or format=", meant));
        }
    }
}
