package io.infinimill.model;

import static io.infinimill.model.Required.decimal;
import static io.infinimill.model.Required.list;
import static io.infinimill.model.Required.optional;
import static io.infinimill.model.Required.required;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One instruction instance.
 *
 * @param id names it by what makes it, see {@link SampleId}: a redelivery has the same id, no other sample has it
 * @param jobId the job it was made for
 * @param dataset the dataset it goes to when it is accepted
 * @param kind {@code math}
 * @param seedSet the set of the seed it came from, or null for an outside producer's sample, which is known by this
 * @param seedId the seed it came from, or null for an outside producer's sample
 * @param templateId the template it is an instance of, or null; samples of one template are meant to look alike
 * @param values the numbers of this instance by variable
 * @param substituted the variables whose numbers stand in the program instead of parameters
 * @param variant which instance of its template it is, from 0, the seed's own numbers
 * @param question what the student is asked
 * @param style how the student is to answer: {@code program}, {@code worked} or {@code both}
 * @param program stand-alone Python that prints the answer, or null
 * @param solution worked text, or null
 * @param answer the final answer, or null where a seed was refused
 * @param provenance how it came about, hop by hop
 */
public record Sample(
        String id,
        String jobId,
        String dataset,
        String kind,
        @Nullable String seedSet,
        @Nullable String seedId,
        @Nullable String templateId,
        @Nullable Map<String, BigDecimal> values,
        @Nullable List<String> substituted,
        @Nullable Integer variant,
        String question,
        @Nullable String style,
        @Nullable String program,
        @Nullable String solution,
        @Nullable String answer,
        Provenance provenance) {

    public static final String MATH = "math";
    public static final String PROGRAM = "program";
    public static final String WORKED = "worked";
    public static final String BOTH = "both";

    static final List<String> STYLES = List.of(PROGRAM, WORKED, BOTH);

    public Sample {
        required("Sample", "id", id);
        required("Sample", "jobId", jobId);
        required("Sample", "dataset", dataset);
        required("Sample", "kind", kind);
        required("Sample", "question", question);
        required("Sample", "provenance", provenance);
        values = optional("Sample", "values", values);
        if (values != null) {
            values.forEach((name, value) -> decimal("Sample", "values." + name, value));
        }
        substituted = substituted == null ? null : list("Sample", "substituted", substituted);
    }

    /** What the student answers, as the style says; empty for a refused seed. */
    public String response() {
        var worked = solution == null ? "" : answer == null ? solution : solution + "\nThe answer is " + answer + ".";
        var code = program == null ? "" : "```python\n" + program.strip() + "\n```";
        return switch (style == null ? BOTH : style) {
            case PROGRAM -> code;
            case WORKED -> worked;
            default -> worked.isEmpty() ? code : code.isEmpty() ? worked : worked + "\n\n" + code;
        };
    }

    /** The same sample one hop further. */
    public Sample through(Hop hop) {
        return new Sample(
                id,
                jobId,
                dataset,
                kind,
                seedSet,
                seedId,
                templateId,
                values,
                substituted,
                variant,
                question,
                style,
                program,
                solution,
                answer,
                provenance.plus(hop));
    }
}
