package io.infinimill.generator.web;

import io.infinimill.operator.Suggestion;
import java.util.Collection;

/** A request names something that does not exist. */
public final class UnknownName extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownName(String kind, String name, Collection<String> known) {
        super("there is no %s '%s'%s%s"
                .formatted(
                        kind,
                        Shown.quoted(name),
                        known.isEmpty() ? "" : "; known: " + String.join(", ", known),
                        Suggestion.of(Shown.quoted(name), known)));
    }
}
