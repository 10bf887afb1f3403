package io.infinimill.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Content hashes that make ids: SHA-256 over length-prefixed parts, cut to 128 bits, in hex. */
public final class Hash {

    private static final int BYTES = 16;

    private Hash() {}

    /** The same parts give the same 32 hex digits on every machine; null differs from the empty string. */
    public static String of(@Nullable String... parts) {
        var digest = sha256();
        for (var part : parts) {
            var bytes = part == null ? null : part.getBytes(StandardCharsets.UTF_8);
            digest.update(
                    ((bytes == null ? "-" : Integer.toString(bytes.length)) + ":").getBytes(StandardCharsets.UTF_8));
            if (bytes != null) {
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest(), 0, BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
