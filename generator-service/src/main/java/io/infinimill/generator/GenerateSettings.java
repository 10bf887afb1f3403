package io.infinimill.generator;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How seeds are worked on.
 *
 * @param concurrency consumers in this process
 * @param seedsAtOnce seeds a consumer takes at once; their programs run in the sandbox together
 */
@ConfigurationProperties("infinimill.generator.generate")
public record GenerateSettings(int concurrency, int seedsAtOnce) {

    public GenerateSettings {
        if (concurrency < 1 || seedsAtOnce < 1) {
            throw new IllegalArgumentException(
                    "infinimill.generator.generate wants positive concurrency and seeds-at-once, not %d and %d"
                            .formatted(concurrency, seedsAtOnce));
        }
    }
}
