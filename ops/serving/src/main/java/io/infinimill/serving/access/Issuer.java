package io.infinimill.serving.access;

import io.infinimill.serving.Refusal;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;

/** An OpenID Connect issuer: says where its keys are. */
record Issuer(String name, Duration timeout) {

    private static final String DISCOVERY = "/.well-known/openid-configuration";

    /** @throws Refusal for an address whose answers somebody between could change */
    static Issuer of(URI address, Duration timeout) {
        if (!isSafe(address)) {
            throw new Refusal(
                    "infinimill.oidc.issuer is '%s', which is no https address.".formatted(address),
                    "Set INFINIMILL_OIDC_ISSUER to what the tokens have in 'iss', such as https://login.example.org/realms/lab");
        }
        return new Issuer(address.toString(), timeout);
    }

    /** Where its key set is. */
    URI keys() throws IssuerAway {
        var address = URI.create(name.replaceFirst("/$", "") + DISCOVERY);
        try (var client = HttpClient.newBuilder().connectTimeout(timeout).build()) {
            var request = HttpRequest.newBuilder(address).timeout(timeout).build();
            var reply = client.send(request, BodyHandlers.ofByteArray());
            if (reply.statusCode() != 200) {
                throw new IOException("%s answers %d".formatted(address, reply.statusCode()));
            }
            return keys(reply.body());
        } catch (IOException | JacksonException | IllegalArgumentException wrong) {
            throw new IssuerAway(name, wrong);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IssuerAway(name, interrupted);
        }
    }

    /** Whose name the document has decides whose keys they are. */
    private URI keys(byte[] document) throws IOException {
        var discovered = Wire.MAPPER.readTree(document);
        var says = discovered.path("issuer").asString("");
        if (!says.equals(name)) {
            throw new IOException("its configuration is of the issuer '%s'".formatted(says));
        }
        var keys = URI.create(discovered.path("jwks_uri").asString(""));
        if (!isSafe(keys)) {
            throw new IOException("its 'jwks_uri' is '%s', which is no https address".formatted(keys));
        }
        return keys;
    }

    private static boolean isSafe(URI address) {
        var host = address.getHost();
        return host != null && ("https".equals(address.getScheme()) || isLoopback(host));
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException unknown) {
            return false;
        }
    }
}
