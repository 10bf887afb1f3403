package io.infinimill.generator;

import io.infinimill.generator.teacher.Parked;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends requests for templates on again when their job goes on. */
@Component
class UnparkTemplates {

    private static final int AT_ONCE = 500;

    private final Parked parked;
    private final SamplePublisher publisher;

    UnparkTemplates(Parked parked, SamplePublisher publisher) {
        this.parked = parked;
        this.publisher = publisher;
    }

    @Scheduled(fixedDelayString = "${infinimill.generator.job.tick}")
    void tick() {
        parked.unpark(AT_ONCE, publisher::request);
    }
}
