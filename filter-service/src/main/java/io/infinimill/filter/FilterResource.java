package io.infinimill.filter;

import io.infinimill.model.OperatorUse;
import io.infinimill.operator.InvalidRecipe;
import io.infinimill.operator.OperatorDescription;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What filters there are, and whether they can run as a recipe wants them. */
@RestController
@RequestMapping("/api/v1/operators/filter")
class FilterResource {

    private final FilterOperators operators;

    FilterResource(FilterOperators operators) {
        this.operators = operators;
    }

    @GetMapping
    List<OperatorDescription> describe() {
        return operators.describe();
    }

    @PostMapping("/bindings")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void bind(@RequestBody List<OperatorUse> uses) {
        operators.bind(uses);
    }

    @ExceptionHandler
    ProblemDetail invalid(InvalidRecipe e) {
        var problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, String.valueOf(e.getMessage()));
        problem.setTitle("The recipe cannot run");
        problem.setProperty("faults", e.faults());
        return problem;
    }
}
