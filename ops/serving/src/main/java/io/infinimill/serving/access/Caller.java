package io.infinimill.serving.access;

import java.security.Principal;

/**
 * Who calls.
 *
 * @param name of the key, or the subject of the token
 */
public record Caller(String name, Scope scope) implements Principal {

    /** Whoever calls a server that only its own machine reaches and that has no keys. */
    static final Caller ANYONE = new Caller("anyone", Scope.ADMIN);

    @Override
    public String getName() {
        return name;
    }
}
