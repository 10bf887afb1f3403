package io.infinimill.dataset;

import io.infinimill.model.Correction;
import io.infinimill.model.Hash;
import io.infinimill.model.Hop;
import io.infinimill.model.Judgement;
import io.infinimill.model.Provenance;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Seed;
import io.infinimill.model.Teaching;
import io.infinimill.model.Template;
import io.infinimill.model.TemplateVerified;
import io.infinimill.model.Variable;
import io.infinimill.model.Verification;
import io.infinimill.wire.Wire;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Events as the services send them, about 1.5 KB each. */
public final class TestEvents {

    public static final String JOB = "job-1";
    public static final String DATASET = "sums";

    private TestEvents() {}

    public static Sample sample(int template, int variant) {
        return sample(JOB, DATASET, template, variant, Sample.BOTH);
    }

    public static Sample sample(String job, String dataset, int template, int variant, String style) {
        int apples = 12 + variant;
        int boxes = 3 + variant % 7;
        return new Sample(
                Hash.of("sample", job, dataset, template + "/" + variant),
                job,
                dataset,
                Sample.MATH,
                "orchard",
                Hash.of("seed", "" + template),
                templateId(template),
                Map.of("apples", BigDecimal.valueOf(apples), "boxes", new BigDecimal(boxes + ".50")),
                List.of("boxes"),
                variant,
                "Stall %d of the weekly market sells apples. There are %d apples in a box and %d boxes on the cart. The trays hold a dozen apples each. How many trays can be filled?"
                        .formatted(template, apples, boxes),
                style,
                program(apples, boxes),
                "There are %d * %d = %d apples on the cart.\nA tray holds 12 apples, so %d // 12 = %d trays are filled."
                        .formatted(apples, boxes, apples * boxes, apples * boxes, apples * boxes / 12),
                "" + apples * boxes / 12,
                new Provenance(
                        Hash.of("recipe"),
                        List.of(
                                Hop.of("generate", List.of("Annotated[rounding=exact]", "Ranges[variants=100]")),
                                Hop.of("filter", List.of("ResponseLength[min=1, max=4000]", "Plausible[]")))));
    }

    private static String program(int apples, int boxes) {
        return """
            def trays(apples, boxes):
                \"""How many apples there are on every tray of the market stall.\"""
                # apples that are packed into boxes before the market opens
                packed = apples * boxes
                # the trays of the stall hold a dozen apples each
                full = packed // 12
                return full
            print(trays(%d, %d))
            """.formatted(apples, boxes);
    }

    public static String templateId(int template) {
        return Hash.of("template", "" + template);
    }

    /** A sample of an outside producer: no template, an id of its own. */
    public static Sample foreign(String id, String question, @Nullable String answer) {
        return new Sample(
                id,
                JOB,
                DATASET,
                Sample.MATH,
                null,
                null,
                null,
                null,
                null,
                null,
                question,
                null,
                null,
                null,
                answer,
                new Provenance("outside", List.of()));
    }

    public static byte[] judged(Sample sample) {
        return Wire.write(new SampleJudged(
                sample.through(Hop.of("judge", List.of("Execution[]"))),
                List.of(new Judgement("Execution[]", 1.0, null))));
    }

    public static byte[] rejected(Sample sample, String operator, String reason) {
        return Wire.write(new SampleRejected(sample, SampleRejected.FILTER, operator, reason, "it is 3, at least 10"));
    }

    public static byte[] verified(int template, @Nullable String licence) {
        return verified(template(template, licence, null));
    }

    /** A template of a teacher who needed a second round. */
    public static byte[] corrected(int template, Correction correction) {
        return verified(template(template, null, correction));
    }

    private static byte[] verified(Template template) {
        return Wire.write(new TemplateVerified(JOB, DATASET, template));
    }

    public static Template template(int template, @Nullable String licence, @Nullable Correction correction) {
        var seed = Seed.of("orchard", "gsm8k", "There are 12 apples in a box ...", "3", "12*3=<<12*3=36>>36");
        var licensed = new Seed(
                seed.id(),
                seed.set(),
                seed.format(),
                seed.question(),
                seed.answer(),
                seed.solution(),
                licence == null ? null : Map.of("license", licence));
        return new Template(
                templateId(template),
                "There are {apples} apples in a box ...",
                "trays",
                "def trays(apples): return apples",
                List.of(new Variable(
                        "apples",
                        Variable.INTEGER,
                        "apples",
                        BigDecimal.ONE,
                        BigDecimal.TEN,
                        BigDecimal.ONE,
                        BigDecimal.TWO,
                        Variable.USED)),
                List.of(),
                List.of(),
                null,
                null,
                licensed,
                correction == null
                        ? new Verification("executed", "Annotated[]", "3", "3")
                        : new Verification(
                                "executed",
                                "Taught[]",
                                "3",
                                "3",
                                new Teaching("local", "small", "77aa", "mit", 1604L, 480L, 3460L, correction)));
    }
}
