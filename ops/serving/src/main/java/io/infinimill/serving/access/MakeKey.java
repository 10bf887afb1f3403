package io.infinimill.serving.access;

import java.security.SecureRandom;
import java.util.Base64;

/** {@code ./infinimill key NAME SCOPE}: makes a key, to be shown once, and the line by which a server knows it. */
public final class MakeKey {

    private static final int BYTES = 32;

    private MakeKey() {}

    public static void main(String[] arguments) {
        if (arguments.length != 2
                || !arguments[0].matches("[A-Za-z0-9._-]{1,63}")
                || Scope.find(arguments[1]).isEmpty()) {
            System.err.printf(
                    "usage: infinimill key NAME SCOPE%n  NAME   letters, digits, '.', '_' and '-', at most 63%n  SCOPE  one of %s%n",
                    Scope.labels());
            System.exit(2);
        }
        var key = make(new SecureRandom());
        System.out.printf("key   %s%n", key);
        System.out.printf(
                "line  %s%n", ApiKey.line(arguments[0], Scope.find(arguments[1]).orElseThrow(), key));
    }

    static String make(SecureRandom random) {
        var bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return "im_" + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** A key of which only this process knows. */
    public static String make() {
        return make(new SecureRandom());
    }
}
