package io.infinimill.standalone;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Says how to start on another port, before Spring says it for applications in general. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class ReportTakenPort extends AbstractFailureAnalyzer<PortInUseException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, PortInUseException cause) {
        return new FailureAnalysis(
                "Another program listens on port %d.".formatted(cause.getPort()),
                "Start on another: ./infinimill up --server.port=%d".formatted(cause.getPort() + 1),
                cause);
    }
}
