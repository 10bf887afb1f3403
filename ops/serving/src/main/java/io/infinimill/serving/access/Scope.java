package io.infinimill.serving.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a caller may do; each scope includes those before it. */
public enum Scope {
    READ,
    SUBMIT,
    ADMIN;

    /** The scope that a key or a token calls by this name. */
    static Optional<Scope> find(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(name))
                .findFirst();
    }

    static String labels() {
        return Arrays.stream(values()).map(Scope::label).collect(Collectors.joining(", "));
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean includes(Scope needed) {
        return compareTo(needed) >= 0;
    }

    /**
     * What a request needs. Reading needs {@link #READ}, so does asking whether a recipe could run, which stores nothing;
     * what takes something away for everybody needs {@link #ADMIN}; every other change {@link #SUBMIT}.
     */
    static Scope needed(String method, String path) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS" -> READ;
            case "DELETE" -> ADMIN;
            case "POST" -> path.endsWith("/bindings") ? READ : takesAway(path) ? ADMIN : SUBMIT;
            default -> path.startsWith("/actuator/") ? ADMIN : SUBMIT;
        };
    }

    private static boolean takesAway(String path) {
        return path.startsWith("/actuator/")
                || path.endsWith("/retract")
                || path.endsWith("/retractions")
                || path.endsWith("/delete");
    }
}
