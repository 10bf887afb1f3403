package io.infinimill.generator.web;

import io.infinimill.operator.InvalidRecipe;
import java.io.EOFException;
import java.io.IOException;
import java.util.zip.ZipException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import tools.jackson.core.JacksonException;

/** The generator's own refusals as problem details (RFC 9457). */
@RestControllerAdvice("io.infinimill.generator")
@Order(Ordered.HIGHEST_PRECEDENCE)
class Problems {

    private static final int MOST_FAULTS = 100;

    @ExceptionHandler
    ProblemDetail invalidRecipe(InvalidRecipe e) {
        var problem = problem(HttpStatus.UNPROCESSABLE_CONTENT, "The recipe cannot run", e);
        problem.setProperty(
                "faults",
                e.faults().stream().limit(MOST_FAULTS).map(Shown::detail).toList());
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
    ProblemDetail tooLarge(TooLarge e) {
        return problem(HttpStatus.CONTENT_TOO_LARGE, "The body is too large", e);
    }

    @ExceptionHandler
    ProblemDetail unavailable(Unavailable e) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "A service does not answer", e);
    }

    @ExceptionHandler
    ProblemDetail unsupported(UnsupportedContent e) {
        return problem(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is in another form", e);
    }

    @ExceptionHandler
    ProblemDetail unreadable(HttpMessageNotReadableException e) {
        if (!(e.getCause() instanceof JacksonException cause)) {
            return problem(
                    HttpStatus.BAD_REQUEST,
                    "The body cannot be read",
                    "the body is missing. Maybe send a JSON object as application/json");
        }
        return problem(
                HttpStatus.BAD_REQUEST,
                "The body cannot be read",
                "the body is not JSON: %s. Maybe it is a form or a file; send a JSON object as application/json"
                        .formatted(cause.getOriginalMessage()));
    }

    @ExceptionHandler
    ProblemDetail mistyped(MethodArgumentTypeMismatchException e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "The request cannot be carried out",
                "'%s' cannot be '%s'".formatted(e.getName(), Shown.quoted(String.valueOf(e.getValue()))));
    }

    @ExceptionHandler({EOFException.class, ZipException.class})
    ProblemDetail cutOff(IOException e) {
        return problem(
                HttpStatus.BAD_REQUEST,
                "The body cannot be read",
                "the body is compressed and damaged, or it ends too early. Maybe send it again");
    }

    private static ProblemDetail problem(HttpStatus status, String title, RuntimeException e) {
        return problem(status, title, String.valueOf(e.getMessage()));
    }

    static ProblemDetail problem(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, Shown.detail(detail));
        problem.setTitle(title);
        return problem;
    }
}
