package io.infinimill.generator.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses what the server would misread before anything is made of it: a form, whose parser would take the body away from
 * the resource, and a zero character in the address, which no database stores.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class RefuseRequests extends OncePerRequestFilter {

    private static final JsonMapper JSON = new JsonMapper();

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().startsWith("/api/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasZero(request.getRequestURI()) || hasZero(request.getQueryString())) {
            refuse(response, HttpStatus.BAD_REQUEST, "The address cannot be read", "the address has a character %00");
        } else if (isForm(request)) {
            refuse(response, HttpStatus.UNSUPPORTED_MEDIA_TYPE, "A form is not read here", advice(request));
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean hasZero(@Nullable String text) {
        return text != null && text.contains("%00");
    }

    private static boolean isForm(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || request.getMethod().equals("GET")) {
            return false;
        }
        var kind = type.strip().toLowerCase(Locale.ROOT);
        return kind.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE) || kind.startsWith("multipart/");
    }

    private static String advice(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api/v1/seed-sets/")
                ? "an upload is the file itself, not a form. Maybe curl --data-binary @file -H 'Content-Type: application/x-ndjson'"
                : "the body is a form, not JSON. Maybe curl --data-binary @file -H 'Content-Type: application/json'";
    }

    private static void refuse(HttpServletResponse response, HttpStatus status, String title, String detail)
            throws IOException {
        var problem = JSON.createObjectNode();
        problem.put("type", "about:blank");
        problem.put("title", title);
        problem.put("status", status.value());
        problem.put("detail", detail);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(JSON.writeValueAsBytes(problem));
    }
}
