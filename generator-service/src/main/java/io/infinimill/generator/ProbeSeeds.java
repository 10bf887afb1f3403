package io.infinimill.generator;

import io.infinimill.generator.job.Job;
import io.infinimill.generator.job.Probe;
import io.infinimill.generator.template.Templates;
import io.infinimill.model.Seed;
import io.infinimill.program.SandboxUnavailableException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decouples a few seeds as the job would, all at once, and waits for what comes of it. */
@Component
class ProbeSeeds implements Probe {

    private static final Logger log = LoggerFactory.getLogger(ProbeSeeds.class);
    private static final long PATIENCE_SECONDS = 300;

    private final GenerateOperators operators;
    private final VerifyTemplates verify;
    private final TeachTemplates teach;
    private final Templates templates;

    ProbeSeeds(GenerateOperators operators, VerifyTemplates verify, TeachTemplates teach, Templates templates) {
        this.operators = operators;
        this.verify = verify;
        this.teach = teach;
        this.templates = templates;
    }

    @Override
    public Probed of(Job job, List<Seed> seeds) throws InterruptedException {
        try {
            return decouple(job, seeds);
        } catch (SandboxUnavailableException e) {
            log.warn("the probe of job {} leaves all seeds undecided: {}", job.id(), e.getMessage());
            return new Probed(0, 0);
        }
    }

    private Probed decouple(Job job, List<Seed> seeds) throws InterruptedException {
        var recipe = operators.bind(job.recipe());
        var byId = seeds.stream()
                .collect(Collectors.toMap(Seed::id, seed -> seed, (first, _) -> first, LinkedHashMap::new));
        var results = new LinkedHashMap<>(verify.of(recipe, byId));
        if (!recipe.taught().isEmpty()) {
            byId.keySet().removeAll(results.keySet());
            var taught = taught(job, recipe, List.copyOf(byId.values()));
            templates.store(recipe.operators(), taught);
            taught.forEach(result -> results.put(result.seedId(), result));
        }
        return new Probed(results.size(), (int) results.values().stream()
                .filter(result -> result.template() != null)
                .count());
    }

    private List<Templates.Decoupled> taught(Job job, GenerateOperators.Bound recipe, List<Seed> seeds)
            throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = threads.invokeAll(
                    seeds.stream()
                            .map(seed -> (Callable<Templates.Decoupled>) () -> teach.of(job, recipe, seed))
                            .toList(),
                    PATIENCE_SECONDS,
                    TimeUnit.SECONDS);
            return asked.stream()
                    .filter(result -> !result.isCancelled())
                    .map(result -> {
                        try {
                            return result.get();
                        } catch (ExecutionException e) {
                            log.info("the probe of job {} leaves a seed undecided: {}", job.id(), e.getCause());
                            return null;
                        } catch (InterruptedException e) {
                            throw new IllegalStateException("a task that has ended is waited for", e);
                        }
                    })
                    .filter(Objects::nonNull)
                    .toList();
        }
    }
}
