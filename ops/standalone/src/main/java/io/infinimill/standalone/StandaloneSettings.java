package io.infinimill.standalone;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where everything is kept.
 *
 * @param home directory of databases, logs and locks; one process at a time
 * @param brokerJar the broker's jar, or null for the place where the build puts it
 */
@ConfigurationProperties("infinimill")
record StandaloneSettings(Path home, @Nullable Path brokerJar) {

    StandaloneSettings {
        if (home == null) {
            throw new IllegalArgumentException("infinimill.home is missing: the directory for databases and logs.");
        }
        home = home.toAbsolutePath().normalize();
    }
}
