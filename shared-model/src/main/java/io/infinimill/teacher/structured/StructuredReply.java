package io.infinimill.teacher.structured;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatReply.Usage;
import java.util.List;

/**
 * The end of asking for JSON.
 *
 * @param reading of the last reply's first choice
 * @param replies all that were got on the way, the first first; each was charged for
 */
public record StructuredReply(Reading reading, List<ChatReply> replies) {

    public StructuredReply {
        replies = List.copyOf(replies);
    }

    public ChatReply last() {
        return replies.getLast();
    }

    /** Tokens of all rounds. */
    public Usage usage() {
        return replies.stream().map(ChatReply::usage).reduce(Usage.NONE, Usage::plus);
    }
}
