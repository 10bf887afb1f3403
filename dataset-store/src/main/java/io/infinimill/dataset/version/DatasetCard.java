package io.infinimill.dataset.version;

import io.infinimill.dataset.Split;
import io.infinimill.model.ReasonCount;
import io.infinimill.wire.Wire;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A version described for people, in Markdown with the front matter of a Hugging Face data set. */
final class DatasetCard {

    private static final long[] SIZES = {1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000, 1_000_000_000};
    private static final String[] NAMES = {"1K", "10K", "100K", "1M", "10M", "100M", "1B"};

    private DatasetCard() {}

    static String of(String dataset, Version version, List<String> licences) {
        var summary = version.summary();
        return """
                ---
                pretty_name: %s
                license: %s
                annotations_creators: [machine-generated]
                tags: [synthetic]
                size_categories: ["%s"]
                ---

                # %s, version %d

                %s

                | | |
                |---|---|
                | samples | %d |
                | templates | %d |
                | created | %s |
                | parent | %s |
                | content hash | `%s` |
                | recipes | %s |
                | selection | %s |
                | licences of seeds | %s |

                ## Splits

                No template has samples in two splits.

                %s
                ## Styles of response

                %s
                ## Seed sets

                %s
                ## Turned down

                What the jobs of this dataset had rejected when the version was made; each is kept with its reason.

                %s""".formatted(
                        quoted(dataset),
                        licences.size() == 1 ? quoted(licences.getFirst()) : licences.isEmpty() ? "unknown" : "other",
                        size(summary.samples()),
                        line(dataset),
                        version.number(),
                        line(version.note()),
                        summary.samples(),
                        summary.templates(),
                        version.created(),
                        version.parent() == null ? "none" : version.parent(),
                        version.contentHash(),
                        code(summary.recipeHashes()),
                        version.selection() == null
                                ? "every accepted sample"
                                : "`" + line(Wire.MAPPER.writeValueAsString(version.selection())) + "`",
                        licences.isEmpty() ? "not stated" : line(String.join(", ", licences)),
                        splits(summary.splits()),
                        table("style", summary.styles()),
                        table("seed set", summary.seedSets()),
                        rejected(summary.rejected()));
    }

    private static String splits(Map<String, Long> counts) {
        return "| split | samples |\n|---|---|\n"
                + Split.labels().stream()
                        .map(label -> "| %s | %d |\n".formatted(label, counts.getOrDefault(label, 0L)))
                        .collect(Collectors.joining());
    }

    private static String table(String what, Map<String, Long> counts) {
        return "| %s | samples |\n|---|---|\n".formatted(what)
                + counts.entrySet().stream()
                        .map(count -> "| %s | %d |\n".formatted(line(count.getKey()), count.getValue()))
                        .collect(Collectors.joining());
    }

    private static String rejected(List<ReasonCount> counts) {
        return counts.isEmpty()
                ? "Nothing.\n"
                : "| stage | operator | reason | samples |\n|---|---|---|---|\n"
                        + counts.stream()
                                .map(count -> "| %s | %s | %s | %d |\n"
                                        .formatted(
                                                line(count.stage()),
                                                line(count.operator()),
                                                line(count.reason()),
                                                count.count()))
                                .collect(Collectors.joining());
    }

    private static String code(List<String> hashes) {
        return hashes.stream().map(hash -> "`" + line(hash) + "`").collect(Collectors.joining(", "));
    }

    /** One line that cannot end a table cell. */
    private static String line(String text) {
        return text.replaceAll("\\s+", " ").replace("|", "\\|").strip();
    }

    private static String quoted(String text) {
        return Wire.MAPPER.writeValueAsString(text);
    }

    private static String size(long samples) {
        for (int i = 0; i < SIZES.length; i++) {
            if (samples < SIZES[i]) {
                return i == 0 ? "n<1K" : NAMES[i - 1] + "<n<" + NAMES[i];
            }
        }
        return "n>1B";
    }
}
