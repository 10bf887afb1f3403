package io.infinimill.serving.problem;

import io.infinimill.operator.Suggestion;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers 404 with what there is. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class UnknownAddress {

    private static final String API = "/api/v1/";

    private final RequestMappingHandlerMapping mappings;

    UnknownAddress(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings) {
        this.mappings = mappings;
    }

    @ExceptionHandler
    ProblemDetail unknown(NoResourceFoundException e) {
        var path = "/" + e.getResourcePath().replaceFirst("^/+", "");
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND, detail(path));
        problem.setTitle("Not found");
        return problem;
    }

    private String detail(String path) {
        var known = resources();
        var asked = path.startsWith(API) ? path.substring(API.length()).replaceFirst("/.*", "") : path;
        if (known.contains(asked)) {
            return "there is nothing at %s.\nMaybe a part after %s%s is misspelt".formatted(path, API, asked);
        }
        return "there is nothing at %s; known here: %s%s%s"
                .formatted(path, API, String.join(", " + API, known), Suggestion.of(asked, known));
    }

    private Collection<String> resources() {
        var names = new TreeSet<String>();
        for (var mapping : mappings.getHandlerMethods().keySet()) {
            for (var pattern : mapping.getPatternValues()) {
                if (pattern.startsWith(API)) {
                    names.add(pattern.substring(API.length()).replaceFirst("/.*", ""));
                }
            }
        }
        return names;
    }
}
