package io.infinimill.dataset;

import io.infinimill.operator.Suggestion;
import java.util.Collection;

/** A request names something that does not exist; the message names what does. */
public final class UnknownName extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final int SHOWN = 50;

    /** Of something too numerous to name what is known. */
    public UnknownName(String kind, String given, String advice) {
        super("no %s '%s'\nMaybe %s".formatted(kind, given, advice));
    }

    public UnknownName(String kind, String given, Collection<String> known) {
        super("no %s '%s'; known: %s%s%s"
                .formatted(
                        kind,
                        given,
                        known.isEmpty()
                                ? "none"
                                : String.join(", ", known.stream().limit(SHOWN).toList()),
                        known.size() > SHOWN ? ", ..." : "",
                        Suggestion.of(given, known)));
    }
}
