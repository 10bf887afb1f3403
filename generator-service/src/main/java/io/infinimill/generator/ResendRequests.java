package io.infinimill.generator;

import io.infinimill.generator.teacher.Requests;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Sends requests for templates again when their job goes on, or the generator that had them is gone. */
@Component
class ResendRequests {

    private static final int AT_ONCE = 500;

    private final Requests requests;
    private final SamplePublisher publisher;

    ResendRequests(Requests requests, SamplePublisher publisher) {
        this.requests = requests;
        this.publisher = publisher;
    }

    @Scheduled(fixedDelayString = "${infinimill.generator.teach.look}")
    void tick() {
        requests.resend(AT_ONCE, publisher::request);
    }
}
