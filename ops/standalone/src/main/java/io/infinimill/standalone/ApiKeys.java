package io.infinimill.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The keys of which a caller must send one; none where only this machine can call. */
record ApiKeys(List<String> keys) {

    static ApiKeys load(StandaloneSettings settings) {
        var file = settings.apiKeysFile();
        try {
            var fromFile = file == null ? List.<String>of() : Files.readAllLines(file);
            var given = Objects.requireNonNullElse(settings.apiKeys(), List.<String>of());
            var all = Stream.concat(given.stream(), fromFile.stream())
                    .map(String::strip)
                    .filter(key -> !key.isEmpty())
                    .toList();
            return new ApiKeys(all);
        } catch (IOException unreadable) {
            throw new Refusal(
                    "The file of API keys %s cannot be read: %s.".formatted(file, unreadable.getMessage()),
                    "Maybe the path is wrong, or the file belongs to another user.");
        }
    }

    /** Refuses an address that other machines reach while anybody could call. */
    void requireOutsideLoopback(String address) {
        if (keys.isEmpty() && !isLoopback(address)) {
            throw new Refusal(
                    "server.address is '%s', which other machines reach, and there is no API key.".formatted(address),
                    "Set INFINIMILL_API_KEYS or INFINIMILL_API_KEYS_FILE, or leave server.address at 127.0.0.1.");
        }
    }

    boolean required() {
        return !keys.isEmpty();
    }

    /** Compares with every key in time that does not depend on how much of it matches. */
    boolean accept(String key) {
        var sent = key.getBytes(UTF_8);
        var matches = false;
        for (var known : keys) {
            matches |= MessageDigest.isEqual(known.getBytes(UTF_8), sent);
        }
        return matches;
    }

    @Override
    public String toString() {
        return "ApiKeys[" + keys.size() + "]";
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
