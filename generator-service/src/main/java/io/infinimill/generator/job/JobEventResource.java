package io.infinimill.generator.job;

import io.infinimill.generator.web.UnknownName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Server-sent events of a job: {@code progress} when its counts change, {@code sample} for each accepted sample. */
@RestController
class JobEventResource {

    private final Jobs jobs;
    private final JobEvents events;

    JobEventResource(Jobs jobs, JobEvents events) {
        this.jobs = jobs;
        this.events = events;
    }

    @GetMapping(path = "/api/v1/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String id,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        var job = jobs.find(id).orElseThrow(() -> new UnknownName("job", id, List.of()));
        return events.open(job, lastEventId);
    }
}
