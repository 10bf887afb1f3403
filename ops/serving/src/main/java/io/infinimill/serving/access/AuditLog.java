package io.infinimill.serving.access;

import jakarta.servlet.http.HttpServletRequest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who changed or took away what, one line each in the logger {@code audit}: uploads, jobs, versions, exports, retractions, replays,
 * and what was refused for want of a scope.
 */
final class AuditLog {

    private static final Logger LOG = LoggerFactory.getLogger("audit");

    private AuditLog() {}

    static boolean concerns(HttpServletRequest request) {
        return Scope.needed(request.getMethod(), request.getServletPath()) != Scope.READ
                || request.getServletPath().contains("/exports/");
    }

    static void write(Caller caller, HttpServletRequest request, int status) {
        var name = printable(caller.name());
        var path = printable(request.getServletPath());
        LOG.atInfo()
                .addKeyValue("caller", name)
                .addKeyValue("scope", caller.scope().label())
                .addKeyValue("method", request.getMethod())
                .addKeyValue("path", path)
                .addKeyValue("status", status)
                .addKeyValue("address", request.getRemoteAddr())
                .log("{} {} {} -> {}", name, request.getMethod(), path, status);
    }

    /** Neither a subject nor a path can add a line of its own. */
    private static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
