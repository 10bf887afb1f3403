package io.infinimill.standalone;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Answers 401 to a call of the API or of the metrics without a key, when there are keys; pages and health stay open. */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class CheckApiKey extends OncePerRequestFilter {

    private static final String HEADER = "X-API-Key";
    private static final String REFUSED = """
            {"type":"about:blank","title":"Unauthorized","status":401,\
            "detail":"This server asks for an API key.\\nMaybe the header X-API-Key is missing or has an old key."}""";

    private final ApiKeys keys;

    CheckApiKey(ApiKeys keys) {
        this.keys = keys;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var path = request.getServletPath();
        var guarded = path.startsWith("/api/") || (path.startsWith("/actuator/") && !path.equals("/actuator/health"));
        return !keys.required() || !guarded;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var key = request.getHeader(HEADER);
        if (key != null && keys.accept(key)) {
            chain.doFilter(request, response);
            return;
        }
        response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getWriter().write(REFUSED);
    }
}
