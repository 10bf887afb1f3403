package io.infinimill.generator.job;

import io.infinimill.generator.seed.SeedSets;
import io.infinimill.generator.teacher.Ledger;
import io.infinimill.generator.teacher.Spending;
import io.infinimill.generator.teacher.Teachers;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows jobs with what their teachers do, have cost and will cost. */
@Component
class JobViews {

    private final Jobs jobs;
    private final SeedSets seedSets;
    private final Ledger ledger;
    private final Teachers teachers;
    private final JobSettings settings;
    private final InstantSource clock;

    JobViews(
            Jobs jobs, SeedSets seedSets, Ledger ledger, Teachers teachers, JobSettings settings, InstantSource clock) {
        this.jobs = jobs;
        this.seedSets = seedSets;
        this.ledger = ledger;
        this.teachers = teachers;
        this.settings = settings;
        this.clock = clock;
    }

    JobView of(Job job) {
        var spending = ledger.spending(job.id());
        return JobView.of(job, clock.instant(), spending, teachers.atWork(job.id(), spending), outlook(job, spending));
    }

    private @Nullable Outlook outlook(Job job, Spending spending) {
        return job.seedSet() == null || spending.teachers().isEmpty()
                ? null
                : seedSets.find(job.seedSet())
                        .map(set -> Outlook.of(job, set.seeds(), settings, jobs.findProbe(job.id()), spending))
                        .orElse(null);
    }
}
