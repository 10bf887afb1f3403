package io.infinimill.dataset.intake;

import io.infinimill.dataset.Cursor;
import io.infinimill.dataset.Page;
import io.infinimill.dataset.UnknownName;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/dead-letters")
class DeadLetterResource {

    private static final List<String> STATES = List.of("dead", "replayed", "resolved");

    private final DeadLetters deadLetters;
    private final StoreStep step;

    DeadLetterResource(DeadLetters datasetDeadLetters, StoreStep storeStep) {
        this.deadLetters = datasetDeadLetters;
        this.step = storeStep;
    }

    /**
     * @param topic where it is sent to again
     * @param state {@code dead}, {@code replayed} (sent again, not heard of since) or {@code resolved} (its sample is stored)
     */
    record Listed(
            long id,
            String topic,
            @Nullable String key,
            @Nullable String value,
            @Nullable String cause,
            String state,
            Instant arrived,
            @Nullable String jobId) {

        static Listed of(DeadLetters.Letter letter) {
            return new Listed(
                    letter.id(),
                    letter.topic(),
                    text(letter.key()),
                    text(letter.value()),
                    letter.cause(),
                    letter.state(),
                    letter.arrived(),
                    letter.jobName());
        }

        private static @Nullable String text(byte @Nullable [] bytes) {
            return bytes == null ? null : new String(bytes, StandardCharsets.UTF_8);
        }
    }

    @GetMapping
    Page<Listed> list(@RequestParam @Nullable String state, @RequestParam @Nullable String cursor) {
        if (state != null && !STATES.contains(state)) {
            throw new UnknownName("state of dead letters", state, STATES);
        }
        var letters = deadLetters.before(Cursor.number(cursor, Long.MAX_VALUE), state, Page.SIZE + 1);
        return Page.of(letters.stream().map(Listed::of).toList(), Listed::id);
    }

    @PostMapping("/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Listed replay(@PathVariable long id) {
        step.replay(load(id));
        return Listed.of(load(id));
    }

    private DeadLetters.Letter load(long id) {
        return deadLetters
                .find(id)
                .orElseThrow(() ->
                        new UnknownName("dead letter", Long.toString(id), "one that GET /api/v1/dead-letters lists"));
    }
}
