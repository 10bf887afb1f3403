package io.infinimill.serving.access;

import io.infinimill.serving.problem.Problem;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets callers through who may do what they ask, at most as fast as they may, and writes down what they changed. The API and
 * the metrics are guarded; pages and health stay open to all. A resource finds the {@link Caller} as the request's
 * principal, or null where anybody may call.
 */
public final class CheckAccess implements Filter {

    private static final Logger LOG = LoggerFactory.getLogger(CheckAccess.class);
    private static final String RETRY_AFTER = "Retry-After";
    private static final String CHALLENGE = "WWW-Authenticate";
    private static final int TOO_MANY_REQUESTS = 429;

    private final Access access;
    private final RequestRates rates;

    public CheckAccess(Access access, AccessSettings.Requests limits) {
        this.access = access;
        this.rates = new RequestRates(limits);
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var asked = (HttpServletRequest) request;
        var reply = (HttpServletResponse) response;
        if (!isGuarded(asked.getServletPath())) {
            chain.doFilter(request, response);
        } else if (!access.required()) {
            pass(Caller.ANYONE, asked, reply, chain);
        } else {
            check(asked, reply, chain);
        }
    }

    private static boolean isGuarded(String path) {
        var health = path.equals("/actuator/health") || path.startsWith("/actuator/health/");
        return path.startsWith("/api/") || (path.startsWith("/actuator") && !health);
    }

    private void check(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            var caller = access.identify(request);
            var needed = Scope.needed(request.getMethod(), request.getServletPath());
            var wait = rates.take(caller);
            if (!wait.isZero()) {
                refuseForNow(wait, caller, response);
            } else if (!caller.scope().includes(needed)) {
                refuse(caller, needed, request, response);
            } else {
                pass(caller, new Known(request, caller), response, chain);
            }
        } catch (Tokens.Refused unknown) {
            var sent = request.getHeader("Authorization") == null ? "" : ", error=\"invalid_token\"";
            response.setHeader(CHALLENGE, "Bearer realm=\"infinimill\"" + sent);
            new Problem(
                            HttpServletResponse.SC_UNAUTHORIZED,
                            "Unauthorized",
                            "This server asks who calls, and %s.\nMaybe the header %s is missing or has an old key."
                                    .formatted(unknown.getMessage(), Access.HEADER))
                    .write(response);
        } catch (IssuerAway away) {
            LOG.warn("No bearer token can be checked: {}", away.getMessage());
            response.setHeader(RETRY_AFTER, "5");
            new Problem(
                            HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                            "The issuer of tokens does not answer",
                            "Nobody can say now whether the token is good.\nMaybe try again, or use an API key.")
                    .write(response);
        }
    }

    private static void pass(Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!AuditLog.concerns(request)) {
            chain.doFilter(request, response);
            return;
        }
        int status = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        try {
            chain.doFilter(request, response);
            status = response.getStatus();
        } finally {
            AuditLog.write(caller, request, status);
        }
    }

    private static void refuse(Caller caller, Scope needed, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        AuditLog.write(caller, request, HttpServletResponse.SC_FORBIDDEN);
        response.setHeader(
                CHALLENGE,
                "Bearer realm=\"infinimill\", error=\"insufficient_scope\", scope=\"%s\"".formatted(needed.label()));
        new Problem(
                        HttpServletResponse.SC_FORBIDDEN,
                        "Forbidden",
                        "'%s' has the scope '%s', and this wants '%s'.\nMaybe use a key with that scope."
                                .formatted(caller.name(), caller.scope().label(), needed.label()))
                .write(response);
    }

    private void refuseForNow(Duration wait, Caller caller, HttpServletResponse response) throws IOException {
        response.setHeader(RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
        new Problem(
                        TOO_MANY_REQUESTS,
                        "Too many requests",
                        "'%s' calls faster than it may.\nMaybe wait as long as Retry-After says, or raise infinimill.requests.per-second."
                                .formatted(caller.name()))
                .write(response);
    }

    private static final class Known extends HttpServletRequestWrapper {

        private final Caller caller;

        Known(HttpServletRequest request, Caller caller) {
            super(request);
            this.caller = caller;
        }

        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public String getRemoteUser() {
            return caller.name();
        }
    }
}
