package io.infinimill.standalone;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 503 to calls of the API while PostgreSQL is started again: waiting for a connection would hold them up. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class AwaitDatabase extends OncePerRequestFilter {

    static final String DETAIL = "PostgreSQL ended and is started again.\nMaybe ask again in a few seconds.";
    private static final String REFUSED = """
            {"type":"about:blank","title":"The database is away","status":503,"detail":"%s"}"""
            .formatted(DETAIL.replace("\n", "\\n"));

    private final EmbeddedDatabase database;

    AwaitDatabase(Servers servers) {
        this.database = servers.database();
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getServletPath().startsWith("/api/") || database.isAlive();
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader(HttpHeaders.RETRY_AFTER, "5");
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(REFUSED);
    }
}
