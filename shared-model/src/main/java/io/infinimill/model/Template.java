package io.infinimill.model;

import static io.infinimill.model.Required.list;
import static io.infinimill.model.Required.required;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A number-independent problem with its program: the unit of knowledge. One verified template yields any number of
 * samples without a teacher.
 *
 * @param id hash of general question and program, so that equal templates of different jobs are one
 * @param generalQuestion the problem with placeholders {@code {name}} for its variables
 * @param function name of the program's entry point
 * @param program Python source: one function of the variables, with docstring and a comment per computation
 * @param variables in the order of the function's parameters
 * @param steps the computation line by line; empty where only the program is known
 * @param conditions what must hold for other values, in the language of {@code io.infinimill.arithmetic.Condition}
 *     over variables and steps
 * @param solution worked text with placeholders for variables, steps and arithmetic over them such as {@code {n / 100}}, or
 *     null where there is none
 * @param answer name of the step that is the answer, or null where only the program is known
 * @param seed what it was made from
 * @param verification how it was verified
 */
public record Template(
        String id,
        String generalQuestion,
        String function,
        String program,
        List<Variable> variables,
        List<Step> steps,
        List<String> conditions,
        @Nullable String solution,
        @Nullable String answer,
        Seed seed,
        Verification verification) {

    public Template {
        required("Template", "id", id);
        required("Template", "generalQuestion", generalQuestion);
        required("Template", "function", function);
        required("Template", "program", program);
        variables = list("Template", "variables", variables);
        steps = list("Template", "steps", steps);
        conditions = list("Template", "conditions", conditions);
        required("Template", "seed", seed);
        required("Template", "verification", verification);
    }

    /** The id of a template with this question and program. */
    public static String id(String generalQuestion, String program) {
        return Hash.of("template", generalQuestion, program);
    }

    /** The same template, verified like this. */
    public Template verified(Verification how) {
        return new Template(
                id, generalQuestion, function, program, variables, steps, conditions, solution, answer, seed, how);
    }

    /** The seed's numbers, by the names of the variables. */
    public Map<String, Number> original() {
        var values = new LinkedHashMap<String, Number>();
        variables.forEach(variable -> values.put(variable.name(), variable.value()));
        return values;
    }
}
