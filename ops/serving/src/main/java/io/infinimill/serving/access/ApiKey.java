package io.infinimill.serving.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.infinimill.serving.Refusal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * A key as it is kept: its SHA-256. A plain hash is enough for a key of 256 random bits, which nobody can try out; a
 * password would want a slow one.
 */
record ApiKey(Caller caller, String hash) {

    private static final Pattern HASHED = Pattern.compile("([A-Za-z0-9._-]{1,63}):([a-z]+):sha256:([0-9a-f]{64})");
    private static final int SHOWN = 6;

    /**
     * @param line {@code NAME:SCOPE:sha256:HASH}, or a key in plain text, which may do everything
     * @param place what to call the line in a message, which does not quote it since it may hold a key
     */
    static ApiKey parse(String line, String place) {
        if (!line.contains(":sha256:")) {
            var hash = hash(line);
            var name = "key-" + hash.substring(0, SHOWN);
            return new ApiKey(new Caller(name, Scope.ADMIN), hash);
        }
        var parts = HASHED.matcher(line);
        if (!parts.matches()) {
            throw new Refusal(
                    place
                            + " is no key: it wants NAME:SCOPE:sha256:HASH, the hash with 64 lower-case hexadecimal digits.",
                    "Maybe make it again: ./infinimill key NAME SCOPE");
        }
        var scope = Scope.find(parts.group(2))
                .orElseThrow(() -> new Refusal(
                        "%s has the scope '%s'; known: %s.".formatted(place, parts.group(2), Scope.labels()),
                        "Maybe make it again: ./infinimill key NAME SCOPE"));
        return new ApiKey(new Caller(parts.group(1), scope), parts.group(3));
    }

    static String line(String name, Scope scope, String key) {
        return "%s:%s:sha256:%s".formatted(name, scope.label(), hash(key));
    }

    /** Takes the same time wherever the first difference is. */
    boolean matches(String sent) {
        return MessageDigest.isEqual(hash.getBytes(UTF_8), sent.getBytes(UTF_8));
    }

    static String hash(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    @Override
    public String toString() {
        return "ApiKey[" + caller + "]";
    }
}
