package io.infinimill.generator.job;

import io.infinimill.generator.recipe.RecipeCheck;
import io.infinimill.generator.recipe.Recipes;
import io.infinimill.generator.seed.SeedSets;
import io.infinimill.generator.teacher.Ledger;
import io.infinimill.generator.web.Conflict;
import io.infinimill.generator.web.Page;
import io.infinimill.generator.web.UnknownName;
import io.infinimill.generator.web.Unprocessable;
import io.infinimill.model.Hash;
import io.infinimill.model.Recipe;
import io.infinimill.operator.Suggestion;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/jobs")
class JobResource {

    private final Jobs jobs;
    private final SeedSets seedSets;
    private final Recipes recipes;
    private final RecipeCheck check;
    private final Ledger ledger;
    private final JobViews views;
    private final Probe probe;
    private final InstantSource clock;

    JobResource(
            Jobs jobs,
            SeedSets seedSets,
            Recipes recipes,
            RecipeCheck check,
            Ledger ledger,
            JobViews views,
            Probe probe,
            InstantSource clock) {
        this.jobs = jobs;
        this.seedSets = seedSets;
        this.recipes = recipes;
        this.check = check;
        this.ledger = ledger;
        this.views = views;
        this.probe = probe;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<JobView> submit(@RequestBody JsonNode body) throws InterruptedException {
        var request = JobRequest.read(body);
        var recipe = recipe(request.recipe());
        check.check(recipe);
        var seedSet = request.seedSet();
        if (seedSet != null && seedSets.find(seedSet).isEmpty()) {
            var known = seedSets.names();
            throw new Unprocessable("'seedSet': there is no seed set '%s'; known: %s%s"
                    .formatted(seedSet, String.join(", ", known), Suggestion.of(seedSet, known)));
        }
        var hash = Recipes.hash(recipe);
        var id = Hash.of(
                "job",
                hash,
                seedSet,
                request.dataset(),
                Long.toString(jobs.nextNumber()),
                clock.instant().toString());
        if (request.budget() != null) {
            ledger.limit(id, request.budget());
        }
        if (seedSet == null || request.probe() == null) {
            jobs.insert(id, recipe, hash, seedSet, request.dataset(), request.target());
        } else {
            jobs.insertPaused(
                    id,
                    recipe,
                    hash,
                    seedSet,
                    request.dataset(),
                    request.target(),
                    "a few seeds are worked first, as a probe");
            probe(load(id), seedSet, request.probe());
        }
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/jobs/" + id))
                .body(show(id));
    }

    /** The address is right, so an unknown name in the body is not a 404. */
    private Recipe recipe(JsonNode given) {
        try {
            return recipes.resolve(given);
        } catch (UnknownName unknown) {
            throw new Unprocessable("'recipe': " + unknown.getMessage());
        }
    }

    /** The first seeds that the job will work, so that nothing is paid for twice. */
    private void probe(Job job, String seedSet, int seeds) throws InterruptedException {
        var first = seedSets.load(seedSet, seedSets.ids(seedSet, "", seeds));
        jobs.probed(job.id(), probe.of(job, first));
        jobs.change(job.id(), List.of(JobState.PAUSED), JobState.QUEUED, null);
    }

    @GetMapping
    Page<JobView> list(@RequestParam(required = false) @Nullable String cursor) {
        return Page.<Job>of(size -> jobs.page(Page.text(cursor), size), Job::id).map(this::view);
    }

    @GetMapping("/{id}")
    JobView show(@PathVariable String id) {
        return view(load(id));
    }

    @PostMapping("/{id}/pause")
    JobView pause(@PathVariable String id) {
        return change(id, List.of(JobState.QUEUED, JobState.RUNNING), JobState.PAUSED, "paused by request");
    }

    /** Goes on with a job that stands still; a body {@code {"budget": {...}}} replaces its budget first. */
    @PostMapping("/{id}/resume")
    JobView resume(@PathVariable String id, @RequestBody(required = false) @Nullable JsonNode body) {
        var job = load(id);
        var budget = body == null ? null : JobRequest.budget(body.get("budget"));
        if (budget != null && job.finishedAt() == null) {
            ledger.limit(id, budget);
        }
        return change(id, List.of(JobState.PAUSED), JobState.RUNNING, null);
    }

    @PostMapping("/{id}/cancel")
    JobView cancel(@PathVariable String id) {
        return change(
                id,
                List.of(JobState.QUEUED, JobState.RUNNING, JobState.PAUSED),
                JobState.CANCELLED,
                "cancelled by request");
    }

    private JobView change(String id, List<String> from, String to, @Nullable String message) {
        var job = load(id);
        if (!job.state().equals(to) && !jobs.change(id, from, to, message)) {
            throw new Conflict("job %s is %s; only a job that is %s can become %s"
                    .formatted(id, load(id).state(), String.join(" or ", from), to));
        }
        return show(id);
    }

    private Job load(String id) {
        return jobs.find(id).orElseThrow(() -> new UnknownName("job", id, List.of()));
    }

    private JobView view(Job job) {
        return views.of(job);
    }
}
