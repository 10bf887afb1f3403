package io.infinimill.generator.web;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What nobody else explains: the reader gets a problem detail all the same, and the log gets the trace. */
@RestControllerAdvice("io.infinimill.generator")
@Order(Ordered.LOWEST_PRECEDENCE)
class UnforeseenProblems {

    private static final Logger LOG = LoggerFactory.getLogger(UnforeseenProblems.class);

    @ExceptionHandler
    ProblemDetail refused(DataIntegrityViolationException e) {
        LOG.warn(
                "The database refuses a value of a request: {}",
                e.getMostSpecificCause().getMessage());
        return Problems.problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "The values do not fit",
                "the database cannot store a value of this request");
    }

    @ExceptionHandler
    ProblemDetail unavailable(DataAccessResourceFailureException e) {
        LOG.warn("The database does not answer: {}", e.getMessage());
        return Problems.problem(
                HttpStatus.SERVICE_UNAVAILABLE, "The database does not answer", "Try again. Maybe it is restarting");
    }

    @ExceptionHandler
    ProblemDetail unforeseen(Exception e) {
        LOG.error("A request failed", e);
        return Problems.problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "The request failed", "the log of the server says more");
    }
}
