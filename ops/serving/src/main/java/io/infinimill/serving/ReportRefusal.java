package io.infinimill.serving;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints a {@link Refusal} as two sentences instead of a stack trace. */
class ReportRefusal extends AbstractFailureAnalyzer<Refusal> {

    @Override
    protected @Nullable FailureAnalysis analyze(Throwable failure, Refusal cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.advice(), cause);
    }
}
