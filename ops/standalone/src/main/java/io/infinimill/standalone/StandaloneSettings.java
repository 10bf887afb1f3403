package io.infinimill.standalone;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where everything is kept, and who may call.
 *
 * @param home directory of databases, logs and locks; one process at a time
 * @param brokerJar the broker's jar, or null for the place where the build puts it
 * @param apiKeys keys of which a caller must send one in {@code X-API-Key}; none for no check
 * @param apiKeysFile a file with more keys, one a line, or null
 */
@ConfigurationProperties("infinimill")
record StandaloneSettings(
        Path home,
        @Nullable Path brokerJar,
        @Nullable List<String> apiKeys,
        @Nullable Path apiKeysFile) {

    StandaloneSettings {
        if (home == null) {
            throw new IllegalArgumentException("infinimill.home is missing: the directory for databases and logs.");
        }
        home = home.toAbsolutePath().normalize();
        apiKeys = apiKeys == null ? null : List.copyOf(apiKeys);
    }
}
