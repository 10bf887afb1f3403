package io.infinimill.dataset.intake;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that a service could not process, as it lay on its topic.
 *
 * @param letterTopic with {@code partition} and {@code offset}: where the dead letter was read
 * @param topic where the record was before
 * @param subject what is dead: one sample, one seed of a job, or one record that cannot be read
 * @param job the job that counts it, or null where the record does not say
 * @param outside whether it is an outside producer's sample
 */
@SuppressWarnings("ArrayRecordComponent")
record DeadLetter(
        String letterTopic,
        int partition,
        long offset,
        String topic,
        byte @Nullable [] key,
        byte @Nullable [] value,
        @Nullable String cause,
        UUID subject,
        @Nullable String job,
        boolean outside,
        Instant arrived) {}
