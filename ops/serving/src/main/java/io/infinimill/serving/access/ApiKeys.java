package io.infinimill.serving.access;

import io.infinimill.serving.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The keys of which a caller may send one. */
record ApiKeys(List<ApiKey> keys) {

    static ApiKeys load(AccessSettings settings) {
        var keys = new ArrayList<ApiKey>();
        add(keys, Objects.requireNonNullElse(settings.apiKeys(), List.of()), "INFINIMILL_API_KEYS, key ");
        var file = settings.apiKeysFile();
        if (file != null) {
            try {
                add(keys, Files.readAllLines(file), file + ", line ");
            } catch (IOException unreadable) {
                throw new Refusal(
                        "The file of API keys %s cannot be read: %s.".formatted(file, unreadable.getMessage()),
                        "Maybe the path is wrong, or the file belongs to another user.");
            }
        }
        var service = settings.serviceKey();
        if (service != null) {
            keys.add(new ApiKey(new Caller("service", Scope.READ), ApiKey.hash(service)));
        }
        return new ApiKeys(List.copyOf(keys));
    }

    private static void add(List<ApiKey> keys, List<String> lines, String place) {
        for (int i = 0; i < lines.size(); i++) {
            var line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                keys.add(ApiKey.parse(line, place + (i + 1)));
            }
        }
    }

    /** Compares with every key, so that the time does not tell which one nearly matched. */
    Optional<Caller> find(String key) {
        var sent = ApiKey.hash(key);
        Optional<Caller> found = Optional.empty();
        for (var known : keys) {
            if (known.matches(sent)) {
                found = Optional.of(known.caller());
            }
        }
        return found;
    }
}
