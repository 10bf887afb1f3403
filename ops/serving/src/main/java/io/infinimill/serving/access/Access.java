package io.infinimill.serving.access;

import io.infinimill.serving.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys and the issuer whose callers may come in. */
public final class Access {

    static final String HEADER = "X-API-Key";
    private static final String BEARER = "bearer ";

    private final ApiKeys keys;
    private final @Nullable Tokens tokens;

    private Access(ApiKeys keys, @Nullable Tokens tokens) {
        this.keys = keys;
        this.tokens = tokens;
    }

    /** @throws Refusal for settings that cannot be meant */
    public static Access load(AccessSettings settings) {
        return new Access(ApiKeys.load(settings), tokens(settings.oidc()));
    }

    private static @Nullable Tokens tokens(AccessSettings.@Nullable Oidc oidc) {
        if (oidc == null) {
            return null;
        }
        var issuer = oidc.issuer();
        var audience = oidc.audience();
        if (issuer == null || issuer.toString().isBlank() || audience == null || audience.isBlank()) {
            throw new Refusal(
                    "infinimill.oidc has %s without %s."
                            .formatted(
                                    audience == null || audience.isBlank() ? "an issuer" : "an audience",
                                    audience == null || audience.isBlank() ? "an audience" : "an issuer"),
                    "Set INFINIMILL_OIDC_ISSUER and INFINIMILL_OIDC_AUDIENCE, or neither.");
        }
        return new Tokens(Issuer.of(issuer, oidc.timeout()), audience);
    }

    /** Whether a caller must say who it is. */
    public boolean required() {
        return !keys.keys().isEmpty() || tokens != null;
    }

    /** @throws Refusal for an address that other machines reach while anybody could call */
    public void requireOutsideLoopback(String address) {
        if (!required() && !isLoopback(address)) {
            throw new Refusal(
                    "server.address is '%s', which other machines reach, and there is no API key and no issuer of tokens."
                            .formatted(address),
                    "Set INFINIMILL_API_KEYS, INFINIMILL_API_KEYS_FILE, or INFINIMILL_OIDC_ISSUER and "
                            + "INFINIMILL_OIDC_AUDIENCE, or leave server.address at 127.0.0.1.");
        }
    }

    private static boolean isLoopback(String address) {
        try {
            return !address.isBlank() && InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }

    /**
     * Who calls. A key may come in its own header or, for callers that know only that, as a bearer token.
     *
     * @throws Tokens.Refused with what is wrong with what the caller sent
     */
    Caller identify(HttpServletRequest request) throws Tokens.Refused, IssuerAway {
        var key = Optional.ofNullable(request.getHeader(HEADER));
        var sent = key.or(() -> bearer(request))
                .orElseThrow(() -> new Tokens.Refused("there is no header %s and no bearer token".formatted(HEADER)));
        var known = keys.find(sent);
        if (known.isPresent()) {
            return known.get();
        }
        if (key.isPresent() || tokens == null) {
            throw new Tokens.Refused("the key is not one of this server");
        }
        return tokens.check(sent);
    }

    private static Optional<String> bearer(HttpServletRequest request) {
        return Optional.ofNullable(request.getHeader("Authorization"))
                .filter(value -> value.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .map(value -> value.substring(BEARER.length()).strip());
    }
}
