package io.infinimill.judge;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where programs run.
 *
 * @param socket where the sandbox's container listens; absent for the bubblewrap of this machine
 */
@ConfigurationProperties("infinimill.sandbox")
record JudgeSandbox(@Nullable Path socket) {}
