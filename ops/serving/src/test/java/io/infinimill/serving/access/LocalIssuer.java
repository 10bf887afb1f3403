package io.infinimill.serving.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/** An issuer of tokens on this machine, with keys of its own. */
final class LocalIssuer implements AutoCloseable {

    static final String AUDIENCE = "infinimill";

    private final HttpServer server;
    private final AtomicInteger keySetsServed = new AtomicInteger();
    private volatile RSAKey key;

    LocalIssuer() throws IOException, JOSEException {
        key = newKey("first");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                exchange ->
                        reply(exchange, "{\"issuer\": \"%s\", \"jwks_uri\": \"%s/keys\"}".formatted(name(), name())));
        server.createContext("/keys", exchange -> {
            keySetsServed.incrementAndGet();
            reply(exchange, new JWKSet(key.toPublicJWK()).toString());
        });
        server.start();
    }

    static RSAKey newKey(String id) throws JOSEException {
        return new RSAKeyGenerator(2048).keyID(id).generate();
    }

    String name() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    RSAKey key() {
        return key;
    }

    int keySetsServed() {
        return keySetsServed.get();
    }

    void changeKey(String id) throws JOSEException {
        key = newKey(id);
    }

    /** A token that is good, unless the change spoils it. */
    String token(UnaryOperator<JWTClaimsSet.Builder> change) throws JOSEException {
        return sign(change, key);
    }

    String sign(UnaryOperator<JWTClaimsSet.Builder> change, RSAKey by) throws JOSEException {
        var claims = change.apply(claims()).build();
        var header =
                new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(by.getKeyID()).build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(by));
        return token.serialize();
    }

    JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(name())
                .audience(AUDIENCE)
                .subject("ada@example.org")
                .claim("scope", "openid submit")
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static void reply(HttpExchange exchange, String json) throws IOException {
        var bytes = json.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
