package io.infinimill.teacher;

import java.util.Optional;

/** Keeps replies that are paid for. Safe for use by many threads at once. */
public interface ReplyCache {

    /** @param hash of the request, {@link ChatRequest#hash} */
    Optional<ChatReply> find(String hash);

    /** Keeps a reply; when this returns, a crash does not lose it. Keeping it again changes nothing. */
    void store(String hash, ChatReply reply);
}
