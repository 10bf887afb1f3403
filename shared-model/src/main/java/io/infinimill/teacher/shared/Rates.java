package io.infinimill.teacher.shared;

import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import org.jspecify.annotations.Nullable;

/** The limits of requests and tokens a minute, where there are any. */
final class Rates {

    private static final int CHARACTERS_PER_TOKEN = 4;

    private final @Nullable RateBucket requests;
    private final @Nullable RateBucket tokens;

    Rates(SharingSettings settings, long now) {
        requests = settings.requestsPerMinute() == null ? null : new RateBucket(settings.requestsPerMinute(), now);
        tokens = settings.tokensPerMinute() == null ? null : new RateBucket(settings.tokensPerMinute(), now);
    }

    /** Nanoseconds until the next request may be sent; 0 for now. */
    long waitNanos(long now) {
        return Math.max(requests == null ? 0 : requests.waitNanos(now), tokens == null ? 0 : tokens.waitNanos(now));
    }

    /** Sets aside what a request may cost at most, until the true number is known. */
    void take(long mostTokens) {
        if (requests != null) {
            requests.spend(1);
        }
        if (tokens != null) {
            tokens.spend(mostTokens);
        }
    }

    void settle(long mostTokens, Usage used) {
        if (tokens != null) {
            tokens.spend(used.tokensIn() + used.tokensOut() - mostTokens);
        }
    }

    static long mostTokens(ChatRequest request) {
        var characters = request.messages().stream()
                .flatMap(message -> message.parts().stream())
                .mapToLong(
                        part -> part instanceof Message.Text text ? text.text().length() : 0)
                .sum();
        return characters / CHARACTERS_PER_TOKEN
                + (long) request.sampling().maxTokens() * request.sampling().n();
    }
}
