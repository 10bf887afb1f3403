package io.infinimill.serving.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.infinimill.serving.TestService;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TokensTest {

    private final LocalIssuer issuer = newIssuer();
    private final TestService service = service(issuer.name());

    @BeforeAll
    void theIssuerIsNotAskedBeforeTheFirstToken() {
        assertThat(issuer.keySetsServed()).isZero();
    }

    @AfterAll
    void stop() {
        service.close();
        issuer.close();
    }

    @Test
    void takesAGoodTokenForItsSubjectAndAsksForKeysOnce() throws Exception {
        for (int i = 0; i < 3; i++) {
            var reply = post(issuer.token(same()));

            assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo("made for ada@example.org");
        }
        assertThat(issuer.keySetsServed()).isLessThanOrEqualTo(2);
    }

    @Test
    void takesScopesAsAListToo() throws Exception {
        var reply = post(issuer.token(claims -> claims.claim("scope", null).claim("scp", List.of("read", "submit"))));

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    @Test
    void takesATokenThatExpiredAMomentAgoSinceClocksDiffer() throws Exception {
        var reply = post(issuer.token(claims -> claims.expirationTime(fromNow(-20))));

        assertThat(reply.statusCode()).isEqualTo(200);
    }

    @Test
    void forbidsWhatTheScopeOfTheTokenIsTooSmallFor() throws Exception {
        var reply = post(issuer.token(claims -> claims.claim("scope", "read")));

        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.body()).contains("'ada@example.org' has the scope 'read', and this wants 'submit'");
        assertThat(reply.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(challenge ->
                        assertThat(challenge).contains("error=\"insufficient_scope\"", "scope=\"submit\""));
    }

    static Stream<Arguments> spoilt() {
        return Stream.of(
                bad("expired", claims -> claims.expirationTime(fromNow(-300)), "Expired JWT"),
                bad("without expiry", claims -> claims.expirationTime(null), "exp"),
                bad("not yet valid", claims -> claims.notBeforeTime(fromNow(300)), "before"),
                bad("for somebody else", claims -> claims.audience("billing"), "aud claim"),
                bad("for nobody", claims -> claims.audience((String) null), "aud"),
                bad("of another issuer", claims -> claims.issuer("https://login.example.org"), "login.example.org"),
                bad("of no issuer", claims -> claims.issuer(null), "issuer"),
                bad("without a subject", claims -> claims.subject(null), "sub"),
                bad("without a scope of ours", claims -> claims.claim("scope", "openid email"), "read, submit, admin"));
    }

    private static Arguments bad(String name, UnaryOperator<JWTClaimsSet.Builder> change, String says) {
        return arguments(name, change, says);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("spoilt")
    void refusesATokenThat(String name, UnaryOperator<JWTClaimsSet.Builder> change, String says) throws Exception {
        var reply = post(issuer.token(change));

        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(401);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(reply.headers().firstValue("WWW-Authenticate"))
                .contains("Bearer realm=\"infinimill\", error=\"invalid_token\"");
        assertThat(reply.body()).contains(says);
    }

    @Test
    void refusesATokenSignedByAnother() throws Exception {
        assertThat(post(issuer.sign(same(), LocalIssuer.newKey("first"))).statusCode())
                .isEqualTo(401);
        assertThat(post(issuer.sign(same(), LocalIssuer.newKey("unknown"))).statusCode())
                .isEqualTo(401);
    }

    @Test
    void refusesATokenSignedByNobody() throws Exception {
        assertThat(post(new PlainJWT(issuer.claims().build()).serialize()).statusCode())
                .isEqualTo(401);
    }

    /** The known attack: the public key, which everybody has, as the secret of a symmetric signature. */
    @Test
    void refusesATokenSignedWithThePublicKey() throws Exception {
        var token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).keyID("first").build(),
                issuer.claims().build());
        token.sign(new MACSigner(issuer.key().toRSAPublicKey().getEncoded()));

        assertThat(post(token.serialize()).statusCode()).isEqualTo(401);
    }

    @Test
    void refusesWhatIsNoToken() throws Exception {
        assertThat(post("rubbish").body()).contains("no token (a JSON Web Token)");
        assertThat(post("a.b.c").statusCode()).isEqualTo(401);
    }

    @Test
    void takesTokensOfANewKeyOfTheIssuer() throws Exception {
        try (var own = newIssuer();
                var other = service(own.name())) {
            assertThat(post(other, own.token(same())).statusCode()).isEqualTo(200);
            own.changeKey("second");

            assertThat(post(other, own.token(same())).statusCode()).isEqualTo(200);
        }
    }

    @Test
    void saysThatTheIssuerIsAwayAndTakesItsTokensWhenItIsBack() throws Exception {
        var gone = newIssuer();
        var token = gone.token(same());
        gone.close();
        try (var other = service(gone.name())) {
            var reply = post(other, token);

            assertThat(reply.statusCode()).isEqualTo(503);
            assertThat(reply.headers().firstValue("Retry-After")).isPresent();
            assertThat(reply.body()).contains("The issuer of tokens does not answer");
        }
    }

    private HttpResponse<String> post(String token) throws Exception {
        return post(service, token);
    }

    private static HttpResponse<String> post(TestService service, String token) throws Exception {
        return service.send("POST", "/api/v1/things", "Authorization", "Bearer " + token);
    }

    private static UnaryOperator<JWTClaimsSet.Builder> same() {
        return UnaryOperator.identity();
    }

    private static Date fromNow(int seconds) {
        return Date.from(Instant.now().plusSeconds(seconds));
    }

    private static TestService service(String issuer) {
        return TestService.start(
                "infinimill.oidc.issuer=" + issuer, "infinimill.oidc.audience=" + LocalIssuer.AUDIENCE);
    }

    private static LocalIssuer newIssuer() {
        try {
            return new LocalIssuer();
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
    }
}
