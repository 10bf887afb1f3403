package io.infinimill.generator.scale;

import io.infinimill.model.Template;
import io.infinimill.model.Variable;
import java.util.List;

/** Templates that differ in one respect from another. */
final class Rewritten {

    private Rewritten() {}

    static Template withProgram(Template template, String program) {
        return new Template(
                Template.id(template.generalQuestion(), program),
                template.generalQuestion(),
                template.function(),
                program,
                template.variables(),
                template.steps(),
                template.conditions(),
                template.solution(),
                template.answer(),
                template.seed(),
                template.verification());
    }

    static Template withRanges(Template template, List<Variable> variables, List<String> conditions) {
        return new Template(
                template.id(),
                template.generalQuestion(),
                template.function(),
                template.program(),
                variables,
                template.steps(),
                conditions,
                template.solution(),
                template.answer(),
                template.seed(),
                template.verification());
    }
}
