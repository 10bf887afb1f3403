package io.infinimill.generator.job;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.stereotype.Component;

/** How many jobs there are, and how near the nearest is to its budget. Every generator says the same. */
@Component
class JobMeters {

    JobMeters(Jobs jobs, MeterRegistry registry) {
        for (var state : List.of(JobState.QUEUED, JobState.RUNNING, JobState.PAUSED)) {
            Gauge.builder("infinimill.generator.jobs", jobs, all -> all.count(state))
                    .description("jobs by state")
                    .tag("state", state)
                    .register(registry);
        }
        Gauge.builder("infinimill.budget.used", jobs, Jobs::budgetUsed)
                .description("the greatest share of its budget that a running job has spent, 0 to 1")
                .register(registry);
    }
}
