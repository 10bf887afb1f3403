package io.infinimill.dataset;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with a request, as problem details. Asked before Spring's own answers. */
@RestControllerAdvice(basePackageClasses = DatasetProblems.class)
@Order(Ordered.HIGHEST_PRECEDENCE)
class DatasetProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownName e) {
        return problem(HttpStatus.NOT_FOUND, "Not found", e);
    }

    @ExceptionHandler
    ProblemDetail unknown(UnknownCursor e) {
        return problem(HttpStatus.BAD_REQUEST, "The request cannot be carried out", e);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedRequest e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Refused", e);
    }

    @ExceptionHandler(HttpMessageNotReadableException.class)
    ProblemDetail unreadable() {
        return problem(
                HttpStatus.BAD_REQUEST,
                "The body cannot be read",
                "the body is missing or no JSON\nMaybe send {\"note\": \"what is in it\"} as application/json");
    }

    /** Such as a zero character, which no name has. */
    @ExceptionHandler(DataIntegrityViolationException.class)
    ProblemDetail unknowable() {
        return problem(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "Refused",
                "the request has a character that no name and no text has");
    }

    private static ProblemDetail problem(HttpStatus status, String title, Exception e) {
        return problem(status, title, String.valueOf(e.getMessage()));
    }

    private static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return problem;
    }
}
