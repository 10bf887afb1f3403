package io.infinimill.dataset.export;

import io.infinimill.dataset.CorrectionExport;
import io.infinimill.model.Correction;
import io.infinimill.model.Template;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What TRL's DPO trainer takes, as conversations with an explicit prompt: a program that was verified is chosen over the one
 * that failed before it. One line per template.
 *
 * <p>A pair is made only where the check found the program at fault, and two equal programs are none. So there is none where the
 * reply had no program to be read ({@code not_json wrong_schema cut_off withheld no_function}), where the general question
 * or the list of variables was at fault ({@code question_changed parameters_differ} and the like), or where the program
 * could not be run through no fault of its own: the program that was mended with them may have been right.
 */
record Preference() implements CorrectionExport {

    /** What may be wrong with a program before it runs or in what it gives, each asked for in the prompt. */
    private static final Set<String> FAULTS = Set.of(
            "answer_in_program",
            "bad_program",
            "constant_in_program",
            "constant_program",
            "unexplained_constant",
            "variable_without_effect",
            "wrong_answer");

    /** Begins the reasons of a program that ended without a number. */
    private static final String ENDED = "program_";

    private static final Set<String> INNOCENT = Set.of("program_skipped", "program_worker_lost");

    private static final String FENCE = "```";

    record Line(List<Message> prompt, List<Message> chosen, List<Message> rejected, String templateId, String reason) {}

    record Message(String role, String content) {}

    @Override
    public void write(Stream<Template> corrected, OutputStream out) throws IOException {
        JsonLines.write(
                corrected.<Line>mapMulti((template, lines) -> {
                    var correction = correction(template);
                    if (correction != null && isPair(correction)) {
                        lines.accept(line(template, correction));
                    }
                }),
                out,
                line -> line);
    }

    private static @Nullable Correction correction(Template template) {
        var teaching = template.verification().teaching();
        return teaching == null ? null : teaching.correction();
    }

    private static boolean isPair(Correction correction) {
        var chosen = bare(correction.chosen());
        var rejected = bare(correction.rejected());
        return ofTheProgram(correction.reason())
                && !chosen.equals(rejected)
                && !chosen.contains(FENCE)
                && !rejected.contains(FENCE);
    }

    private static boolean ofTheProgram(String reason) {
        return reason.startsWith(ENDED) ? !INNOCENT.contains(reason) : FAULTS.contains(reason);
    }

    private static Line line(Template template, Correction correction) {
        return new Line(
                List.of(new Message("user", prompt(template.seed().question()))),
                List.of(new Message("assistant", fenced(correction.chosen()))),
                List.of(new Message("assistant", fenced(correction.rejected()))),
                template.id(),
                correction.reason());
    }

    private static String prompt(String question) {
        return """
                Write one Python function that gives the answer to this problem.

                %s

                The numbers of the problem are the parameters of the function, which has to be right for other numbers too: \
                neither a number of the problem nor the answer stands in it, only constants of everyday knowledge, such as \
                7 days a week. The answer depends on every number that the problem needs. Nothing beyond arithmetic and \
                Python's math module is used, and the answer is returned as a number. Reply with the function in one block \
                of code.""".formatted(question.strip());
    }

    private static String fenced(String program) {
        return FENCE + "python\n" + bare(program) + "\n" + FENCE;
    }

    /** Without the block of code that some teachers put a program into, so that both sides have the same. */
    private static String bare(String program) {
        return program.replace("\r", "")
                .strip()
                .replaceAll("^```\\w*\\n|\\n?```$", "")
                .strip();
    }
}
