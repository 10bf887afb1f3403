package io.infinimill.generator.job;

import io.infinimill.model.JobSubmitted;
import io.infinimill.model.Seed;
import io.infinimill.model.SeedSubmitted;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.stereotype.Component;

/** Tells the other services of a job, and the generators of its work. Returns when the broker has it. */
@Component
class JobPublisher {

    private final KafkaTemplate<String, byte[]> kafka;

    JobPublisher(KafkaTemplate<String, byte[]> kafka) {
        this.kafka = kafka;
    }

    void announce(Job job) {
        var event =
                new JobSubmitted(job.id(), job.recipe(), job.recipeHash(), job.seedSet(), job.dataset(), job.target());
        kafka.send(Topics.JOBS_SUBMITTED, job.id(), Wire.write(event)).join();
    }

    /** A seed and the variants that are asked of it. */
    record Work(Seed seed, int firstVariant, int variants) {}

    void send(Job job, List<Work> work) {
        var sent = work.stream()
                .map(unit -> new SeedSubmitted(job.id(), unit.seed(), unit.firstVariant(), unit.variants()))
                .map(event -> kafka.send(Topics.SEEDS_SUBMITTED, event.seed().id(), Wire.write(event)))
                .toArray(CompletableFuture[]::new);
        CompletableFuture.allOf(sent).join();
    }
}
