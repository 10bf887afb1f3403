package io.infinimill.generator;

import io.infinimill.arithmetic.AnswerMatch;
import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.scale.Ranges;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.model.Verification;
import io.infinimill.operator.Catalogue;
import io.infinimill.program.Call;
import io.infinimill.program.Outcome;
import io.infinimill.program.Program;
import io.infinimill.program.Sandbox;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/**
 * Turns seeds into verified templates: decouples, executes with the seed's numbers, compares with the known answer, and
 * remembers the result, so that a seed is worked on once for all jobs with the same decouplers. Decouplers are tried in
 * their order until one gives a template that holds.
 */
@Component
class VerifyTemplates {

    private final Templates templates;
    private final Sandbox sandbox;

    VerifyTemplates(Templates templates, @Qualifier("generatorSandbox") Sandbox sandbox) {
        this.templates = templates;
        this.sandbox = sandbox;
    }

    /** What became of each seed, by its id; those are left out about which a teacher is still to be asked. */
    Map<String, Templates.Decoupled> of(GenerateOperators.Bound recipe, Map<String, Seed> seeds)
            throws InterruptedException {
        var results = new LinkedHashMap<String, Templates.Decoupled>();
        if (!recipe.decouplers().isEmpty()) {
            results.putAll(of(recipe.decouplers(), seeds));
        }
        if (!recipe.taught().isEmpty()) {
            results.values().removeIf(result -> result.template() == null);
            var open = new LinkedHashMap<>(seeds);
            open.keySet().removeAll(results.keySet());
            results.putAll(templates.find(recipe.operators(), open.keySet()));
        }
        return results;
    }

    private Map<String, Templates.Decoupled> of(List<Decoupler> decouplers, Map<String, Seed> seeds)
            throws InterruptedException {
        var operators = decouplers.stream().map(Object::toString).collect(Collectors.joining(", "));
        var known = templates.find(operators, seeds.keySet());
        var open = new LinkedHashMap<>(seeds);
        open.keySet().removeAll(known.keySet());
        var results = new LinkedHashMap<String, Templates.Decoupled>();
        for (var decoupler : decouplers) {
            for (var result : verify(decoupler, List.copyOf(open.values()))) {
                results.put(result.seedId(), result);
                if (result.template() != null) {
                    open.remove(result.seedId());
                }
            }
        }
        templates.store(operators, results.values());
        results.putAll(known);
        return results;
    }

    private List<Templates.Decoupled> verify(Decoupler decoupler, List<Seed> seeds) throws InterruptedException {
        var results = new ArrayList<Templates.Decoupled>();
        var candidates = new ArrayList<Template>();
        for (var seed : seeds) {
            switch (decoupler.decouple(seed)) {
                case Decoupled(Template template) -> candidates.add(Ranges.infer(template));
                case Refused(String reason, String detail) -> results.add(refused(seed, decoupler, reason, detail));
            }
        }
        var outcomes = sandbox.runAll(candidates.stream()
                .map(template ->
                        new Call(new Program(template.program(), template.function()), List.of(template.original())))
                .toList());
        for (int i = 0; i < candidates.size(); i++) {
            results.add(decide(decoupler, candidates.get(i), outcomes.get(i).getFirst()));
        }
        return results;
    }

    private static Templates.Decoupled decide(Decoupler decoupler, Template template, Outcome outcome) {
        var seed = template.seed();
        return switch (outcome) {
            case Outcome.Failed(String reason, String detail) -> refused(seed, decoupler, "program_" + reason, detail);
            case Outcome.Returned(BigDecimal value, Map<String, BigDecimal> _) -> {
                var answer = seed.answer();
                if (answer == null) {
                    yield refused(
                            seed,
                            decoupler,
                            "no_known_answer",
                            "the program returns %s, and the seed has no answer to compare".formatted(value));
                }
                if (!AnswerMatch.matches(new BigDecimal(answer), value)) {
                    yield refused(
                            seed,
                            decoupler,
                            "wrong_answer",
                            "the program returns %s, the seed's answer is %s".formatted(value, answer));
                }
                var verification = new Verification("executed", decoupler.toString(), answer, value.toPlainString());
                yield new Templates.Decoupled(seed.id(), template.verified(verification), null, null, null);
            }
        };
    }

    private static Templates.Decoupled refused(Seed seed, Decoupler decoupler, String reason, String detail) {
        return new Templates.Decoupled(seed.id(), null, Catalogue.nameOf(decoupler.getClass()), reason, detail);
    }
}
