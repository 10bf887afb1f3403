package io.infinimill.serving.access;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Checks bearer tokens of one issuer: its signature, and that issuer, audience, expiry and start fit, with a minute for
 * clocks that differ. Keys are fetched when the first token comes, kept, and fetched again when a token names a new one.
 */
final class Tokens {

    /** Signed by who holds a private key. A secret shared with the issuer, or no signature, is none of them. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    private static final int LARGEST_KEY_SET = 256 * 1024;

    private final Issuer issuer;
    private final String audience;
    private volatile @Nullable DefaultJWTProcessor<SecurityContext> processor;

    Tokens(Issuer issuer, String audience) {
        this.issuer = issuer;
        this.audience = audience;
    }

    /** A token that does not count; the message is for its sender. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * @throws Refused when the token does not count here
     * @throws IssuerAway when nobody can tell now
     */
    Caller check(String token) throws Refused, IssuerAway {
        try {
            var jwt = JWTParser.parse(token);
            var claims = jwt.getJWTClaimsSet();
            if (claims == null || !issuer.name().equals(claims.getIssuer())) {
                throw new Refused("the issuer of the token is '%s'; known: '%s'"
                        .formatted(claims == null ? "" : claims.getIssuer(), issuer.name()));
            }
            return caller(processor().process(jwt, null));
        } catch (ParseException noToken) {
            throw new Refused("it is no key known here and no token (a JSON Web Token)");
        } catch (BadJOSEException refused) {
            throw new Refused(String.valueOf(refused.getMessage()));
        } catch (KeySourceException away) {
            throw new IssuerAway(issuer.name(), away);
        } catch (JOSEException broken) {
            throw new Refused("its signature cannot be checked: " + broken.getMessage());
        }
    }

    private static Caller caller(JWTClaimsSet claims) throws Refused {
        var scope = Stream.concat(words(claims.getClaim("scope")), words(claims.getClaim("scp")))
                .flatMap(name -> Scope.find(name).stream())
                .max(Comparator.naturalOrder())
                .orElseThrow(() ->
                        new Refused("neither 'scope' nor 'scp' of the token has one of the scopes " + Scope.labels()));
        return new Caller(claims.getSubject(), scope);
    }

    private static Stream<String> words(@Nullable Object claim) {
        return claim instanceof Collection<?> listed
                ? listed.stream().map(String::valueOf)
                : Arrays.stream(Objects.requireNonNullElse(claim, "").toString().split(" "));
    }

    private DefaultJWTProcessor<SecurityContext> processor() throws IssuerAway {
        var known = processor;
        if (known == null) {
            known = processor(issuer.keys());
            processor = known;
        }
        return known;
    }

    private DefaultJWTProcessor<SecurityContext> processor(URI keys) throws IssuerAway {
        var made = new DefaultJWTProcessor<SecurityContext>();
        made.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, source(keys)));
        made.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("at+jwt"), null));
        made.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                audience, new JWTClaimsSet.Builder().issuer(issuer.name()).build(), Set.of("sub", "exp")));
        return made;
    }

    private JWKSource<SecurityContext> source(URI keys) throws IssuerAway {
        var millis = Math.toIntExact(issuer.timeout().toMillis());
        try {
            var retriever = new DefaultResourceRetriever(millis, millis, LARGEST_KEY_SET);
            return JWKSourceBuilder.create(keys.toURL(), retriever)
                    .retrying(true)
                    .build();
        } catch (MalformedURLException | IllegalArgumentException wrong) {
            throw new IssuerAway(issuer.name(), wrong);
        }
    }
}
