package io.infinimill.generator.teacher;

import io.infinimill.teacher.ChatReply.Usage;
import io.infinimill.teacher.ChatRequest;

/**
 * What a request may cost, judged by the most that its like have cost: first too much, then hardly more than it will be, so
 * that a job stops close to its budget.
 */
final class Estimate {

    /** English has three to four characters a token; this errs towards too many tokens. */
    private static final double FIRST_TOKENS_PER_CHARACTER = 1 / 3.0;

    private double tokensPerCharacter;
    private long longestReply;

    /** Before the first reply the most that is allowed; then the most that was seen, which is far below. */
    synchronized Usage of(ChatRequest request) {
        int most = request.sampling().maxTokens() * request.sampling().n();
        double rate = tokensPerCharacter == 0 ? FIRST_TOKENS_PER_CHARACTER : tokensPerCharacter;
        return new Usage(
                (long) Math.ceil(characters(request) * rate), longestReply == 0 ? most : Math.min(most, longestReply));
    }

    synchronized void learn(ChatRequest request, Usage used) {
        longestReply = Math.max(longestReply, used.tokensOut());
        tokensPerCharacter = Math.max(tokensPerCharacter, (double) used.tokensIn() / Math.max(1, characters(request)));
    }

    private static long characters(ChatRequest request) {
        return request.messages().stream()
                .mapToLong(message -> message.text().length())
                .sum();
    }
}
