package io.infinimill.serving.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the server forwards here when nobody has answered. Asked for by itself it is an address like any other that is not there. */
@RestController
class Errors implements ErrorController {

    @RequestMapping("/error")
    ResponseEntity<ProblemDetail> problem(HttpServletRequest request) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? HttpStatus.resolve(code)
                : HttpStatus.NOT_FOUND;
        var answered = status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status;
        var problem = ProblemDetail.forStatusAndDetail(answered, detail(answered));
        return ResponseEntity.status(answered)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static String detail(HttpStatus status) {
        if (status == HttpStatus.NOT_FOUND) {
            return "there is nothing at this address";
        }
        return status.is5xxServerError() ? "the log of the server says more" : "the server does not take this request";
    }
}
