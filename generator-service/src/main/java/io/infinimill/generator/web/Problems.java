package io.infinimill.generator.web;

import io.infinimill.operator.InvalidRecipe;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import tools.jackson.core.JacksonException;

/** The generator's own refusals as problem details (RFC 9457). */
@RestControllerAdvice("io.infinimill.generator")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    @ExceptionHandler
    ProblemDetail invalidRecipe(InvalidRecipe e) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "The recipe cannot run", e);
        problem.setProperty("faults", e.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail invalidRequest(InvalidRequest e) {
        return problem(HttpStatus.BAD_REQUEST, "The request cannot be carried out", e);
    }

    @ExceptionHandler
    ProblemDetail unknownName(UnknownName e) {
        return problem(HttpStatus.NOT_FOUND, "Not found", e);
    }

    @ExceptionHandler
    ProblemDetail conflict(Conflict e) {
        return problem(HttpStatus.CONFLICT, "Not now", e);
    }

    @ExceptionHandler
    ProblemDetail unprocessable(Unprocessable e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "The values do not fit", e);
    }

    @ExceptionHandler
    ProblemDetail unavailable(Unavailable e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "A service does not answer", e);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        var cause = e.getMostSpecificCause();
        var why = cause instanceof JacksonException json ? json.getOriginalMessage() : cause.getMessage();
        var problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                "the body is not JSON: %s. Maybe it is a form or a file; send a JSON object as application/json"
                        .formatted(why));
        problem.setTitle("The body cannot be read");
        return problem;
    }

    private static ProblemDetail problem(HttpStatus status, String title, RuntimeException e) {
        var problem = ProblemDetail.forStatusAndDetail(status, String.valueOf(e.getMessage()));
        problem.setTitle(title);
        return problem;
    }
}
