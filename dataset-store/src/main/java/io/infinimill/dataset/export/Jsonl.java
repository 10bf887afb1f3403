package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetExport;
import io.infinimill.dataset.StoredSample;
import io.infinimill.model.Hop;
import io.infinimill.model.Judgement;
import io.infinimill.model.Sample;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of a sample. Text that a sample lacks is the empty string, so that readers which infer types
 * from the first lines are right about the rest; values are name and text, since a column per variable would be a
 * schema per template.
 */
record Jsonl() implements DatasetExport {

    record Line(
            String id,
            String split,
            String kind,
            String question,
            String response,
            String answer,
            String style,
            String program,
            String solution,
            String dataset,
            String jobId,
            String seedSet,
            String seedId,
            String templateId,
            @Nullable Integer variant,
            List<Value> values,
            List<String> substituted,
            List<Found> judgements,
            String recipeHash,
            List<Worked> hops) {}

    record Value(String name, String value) {}

    record Found(String judge, @Nullable Double score, String rationale) {}

    record Worked(
            String stage,
            List<String> operators,
            String teacher,
            String model,
            String promptHash,
            @Nullable Long tokensIn,
            @Nullable Long tokensOut,
            @Nullable Long millis) {}

    @Override
    public void write(Stream<StoredSample> samples, OutputStream out) throws IOException {
        JsonLines.write(samples, out, Jsonl::line);
    }

    private static Line line(StoredSample stored) {
        var sample = stored.sample();
        return new Line(
                sample.id(),
                stored.split().label(),
                sample.kind(),
                sample.question(),
                stored.response(),
                text(sample.answer()),
                text(sample.style()),
                text(sample.program()),
                text(sample.solution()),
                sample.dataset(),
                sample.jobId(),
                text(sample.seedSet()),
                text(sample.seedId()),
                text(sample.templateId()),
                sample.variant(),
                values(sample),
                sample.substituted() == null ? List.of() : sample.substituted(),
                stored.judgements().stream().map(Jsonl::found).toList(),
                sample.provenance().recipeHash(),
                sample.provenance().hops().stream().map(Jsonl::worked).toList());
    }

    private static List<Value> values(Sample sample) {
        return sample.values() == null
                ? List.of()
                : sample.values().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(value -> new Value(value.getKey(), value.getValue().toPlainString()))
                        .toList();
    }

    private static Found found(Judgement judgement) {
        var score = judgement.score();
        return new Found(judgement.judge(), Double.isFinite(score) ? score : null, text(judgement.rationale()));
    }

    private static Worked worked(Hop hop) {
        return new Worked(
                hop.stage(),
                hop.operators(),
                text(hop.teacher()),
                text(hop.model()),
                text(hop.promptHash()),
                hop.tokensIn(),
                hop.tokensOut(),
                hop.millis());
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
