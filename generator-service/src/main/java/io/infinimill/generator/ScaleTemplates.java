package io.infinimill.generator;

import io.infinimill.generator.job.Job;
import io.infinimill.generator.scale.Plausibility;
import io.infinimill.model.Hop;
import io.infinimill.model.Provenance;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleGenerated;
import io.infinimill.model.SampleId;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Template;
import io.infinimill.operator.Catalogue;
import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import io.infinimill.program.Program;
import io.infinimill.program.Sandbox;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Turns templates into samples: new numbers, and each variant executed before it is believed. */
@Component
class ScaleTemplates {

    private final Sandbox sandbox;

    ScaleTemplates(@Qualifier("generatorSandbox") Sandbox sandbox) {
        this.sandbox = sandbox;
    }

    /** The variants of a template that a unit of work asks for. */
    record Stretch(Job job, Template template, Scaler scaler, int firstVariant, int variants) {}

    /**
     * What came of a stretch; fewer than asked for when the template has no more to give.
     *
     * @param exhausted whether it had fewer than asked for
     */
    record Scaled(List<SampleGenerated> generated, List<SampleRejected> rejected, boolean exhausted) {}

    List<Scaled> of(List<Stretch> stretches) throws InterruptedException {
        var instances = stretches.stream().map(ScaleTemplates::instances).toList();
        var calls = new ArrayList<Call>();
        for (int i = 0; i < stretches.size(); i++) {
            var template = stretches.get(i).template();
            calls.add(new Call(
                    new Program(template.program(), template.function()),
                    instances.get(i).stream()
                            .map(instance -> Map.<String, Number>copyOf(instance.values()))
                            .toList()));
        }
        var outcomes = sandbox.runAll(calls);
        var scaled = new ArrayList<Scaled>();
        for (int i = 0; i < stretches.size(); i++) {
            scaled.add(decide(stretches.get(i), instances.get(i), outcomes.get(i)));
        }
        return scaled;
    }

    private static List<Instance> instances(Stretch stretch) {
        try (var instances = stretch.scaler().instances(stretch.template())) {
            return instances
                    .skip(stretch.firstVariant())
                    .limit(stretch.variants())
                    .toList();
        }
    }

    private static Scaled decide(Stretch stretch, List<Instance> instances, List<Outcome> outcomes) {
        var generated = new ArrayList<SampleGenerated>();
        var rejected = new ArrayList<SampleRejected>();
        var name = Catalogue.nameOf(stretch.scaler().getClass());
        for (int i = 0; i < instances.size(); i++) {
            var instance = instances.get(i);
            switch (outcomes.get(i)) {
                case Outcome.Failed(String reason, String detail) ->
                    rejected.add(new SampleRejected(
                            sample(stretch, instance, null),
                            SampleRejected.GENERATE,
                            name,
                            "program_" + reason,
                            detail));
                case Outcome.Returned(BigDecimal value, Map<String, BigDecimal> _) -> {
                    var output = value.toPlainString();
                    var sample = sample(stretch, instance, output);
                    var fault = Plausibility.fault(stretch.template(), instance, output);
                    if (fault == null) {
                        generated.add(new SampleGenerated(sample));
                    } else {
                        rejected.add(new SampleRejected(
                                sample,
                                SampleRejected.GENERATE,
                                name,
                                fault,
                                "the program returns %s, exact arithmetic gives %s"
                                        .formatted(output, instance.answer())));
                    }
                }
            }
        }
        return new Scaled(generated, rejected, instances.size() < stretch.variants());
    }

    private static Sample sample(Stretch stretch, Instance instance, @Nullable String output) {
        var template = stretch.template();
        var job = stretch.job();
        var scaler = stretch.scaler().toString();
        return new Sample(
                SampleId.of(job.id(), template.seed().id(), scaler, 0, instance.variant()),
                job.id(),
                job.dataset(),
                Sample.MATH,
                template.seed().set(),
                template.seed().id(),
                template.id(),
                instance.values(),
                instance.substituted(),
                instance.variant(),
                instance.question(),
                instance.style(),
                instance.program(),
                instance.solution(),
                instance.answer() == null ? output : instance.answer(),
                new Provenance(job.recipeHash(), List.of(hop(template, scaler))));
    }

    private static Hop hop(Template template, String scaler) {
        var operators = List.of(template.verification().operator(), scaler);
        var teaching = template.verification().teaching();
        return teaching == null
                ? Hop.of(SampleRejected.GENERATE, operators)
                : new Hop(
                        SampleRejected.GENERATE,
                        operators,
                        teaching.teacher(),
                        teaching.model(),
                        teaching.prompt(),
                        teaching.tokensIn(),
                        teaching.tokensOut(),
                        teaching.millis());
    }
}
