package io.infinimill.dataset;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** What goes wrong with a request, as problem details. */
@RestControllerAdvice(basePackageClasses = DatasetProblems.class)
class DatasetProblems {

    @ExceptionHandler
    ProblemDetail unknown(UnknownName e) {
        return problem(HttpStatus.NOT_FOUND, "Not found", e);
    }

    @ExceptionHandler
    ProblemDetail refused(RefusedRequest e) {
        return problem(HttpStatus.UNPROCESSABLE_CONTENT, "Refused", e);
    }

    private static ProblemDetail problem(HttpStatus status, String title, Exception e) {
        var problem = ProblemDetail.forStatusAndDetail(status, e.getMessage());
        problem.setTitle(title);
        return problem;
    }
}
