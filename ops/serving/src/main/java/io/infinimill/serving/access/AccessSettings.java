package io.infinimill.serving.access;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may call. Without keys and without an issuer everybody may, and then only this machine can.
 *
 * @param apiKeys lines {@code NAME:SCOPE:sha256:HASH} as {@code ./infinimill key} prints them, or keys in plain text, which may do everything
 * @param apiKeysFile a file with more of them, one a line; lines that start with # are left out
 * @param serviceKey the key with which the services call each other, the same for all; it may only read
 * @param oidc whose bearer tokens are taken, or null for none
 * @param requests how fast one caller may call
 */
@ConfigurationProperties("infinimill")
public record AccessSettings(
        @Nullable List<String> apiKeys,
        @Nullable Path apiKeysFile,
        @Nullable String serviceKey,
        @Nullable Oidc oidc,
        @DefaultValue Requests requests) {

    public AccessSettings {
        apiKeys = apiKeys == null ? null : List.copyOf(apiKeys);
        apiKeysFile = apiKeysFile == null || apiKeysFile.toString().isBlank() ? null : apiKeysFile;
        serviceKey = serviceKey == null || serviceKey.isBlank() ? null : serviceKey.strip();
        oidc = oidc == null || oidc.isEmpty() ? null : oidc;
    }

    /**
     * @param issuer what a token's {@code iss} is; its keys are found through {@code /.well-known/openid-configuration}
     * @param audience what a token's {@code aud} has
     * @param timeout how long the issuer may take to answer
     */
    public record Oidc(
            @Nullable URI issuer,
            @Nullable String audience,
            @DefaultValue("3s") Duration timeout) {

        /** Compose files and charts pass empty variables on. */
        boolean isEmpty() {
            return (issuer == null || issuer.toString().isBlank()) && (audience == null || audience.isBlank());
        }
    }

    /**
     * @param perSecond requests that a caller may send per second in the long run
     * @param burst how many at once after a pause
     */
    public record Requests(
            @DefaultValue("200") int perSecond,
            @DefaultValue("400") int burst) {

        public Requests {
            if (perSecond < 1 || burst < perSecond) {
                throw new IllegalArgumentException(
                        "infinimill.requests wants per-second of at least 1 and a burst of at least as many, not %d and %d"
                                .formatted(perSecond, burst));
            }
        }
    }
}
