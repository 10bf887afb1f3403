package io.infinimill.generator.taught;

import io.infinimill.arithmetic.AnswerMatch;
import io.infinimill.generator.Decoupling;
import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.generator.annotated.Drafting;
import io.infinimill.generator.annotated.UncheckedSolution;
import io.infinimill.model.Seed;
import io.infinimill.model.Template;
import io.infinimill.teacher.ChatReply;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Makes a template of a teacher's worked solution, as the annotated decoupler does of a seed's own. */
public final class Solving {

    private static final Pattern LAST_LINE = Pattern.compile("(?m)^\\W*####(.*)$");

    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d+\\.?\\d*|\\.\\d+)");

    /** Of the decoupler, the one that reads computations within sentences. */
    private static final String FORMAT = "gsm8k";

    private static final int MOST_DIGITS = 40;

    private final Drafting drafting;

    public Solving(Drafting drafting) {
        this.drafting = drafting;
    }

    /** The template of a solution that comes to the known answer, or what speaks against it. */
    public Decoupling read(Seed seed, ChatReply.Choice reply) {
        var text = reply.spoken();
        var last = LAST_LINE.matcher(text);
        if (!last.find()) {
            return unended(reply.finish());
        }
        var said = last.group(1).replaceAll("[,$€£%*\\s]", "");
        if (!NUMBER.matcher(said).matches()) {
            return new Refused("no_final_answer", "the solution ends in '%.50s', which is no number".formatted(said));
        }
        if (seed.answer() == null) {
            return new Refused(
                    "no_known_answer", "the solution ends in %s, and the seed has no answer".formatted(said));
        }
        if (said.length() > MOST_DIGITS || !AnswerMatch.matches(new BigDecimal(seed.answer()), new BigDecimal(said))) {
            return new Refused(
                    "wrong_answer", "the solution ends in %.50s, and the answer is %s".formatted(said, seed.answer()));
        }
        var solution = new UncheckedSolution(text.substring(0, last.start()));
        var wrong = solution.wrongLine();
        if (wrong.isPresent()) {
            return new Refused("wrong_arithmetic", "'%s' is not right, or cannot be read".formatted(wrong.get()));
        }
        return switch (drafting.draft(solved(seed, solution.text()))) {
            case Refused refused -> refused;
            case Decoupled(Template template) -> new Decoupled(of(seed, template));
        };
    }

    private static Refused unended(ChatReply.Finish finish) {
        return switch (finish) {
            case LENGTH -> new Refused("cut_off", "the reply reached the most tokens before it came to an answer");
            case FILTERED -> new Refused("withheld", "the teacher withheld its reply");
            default -> new Refused("no_final_answer", "the reply has no line '#### number'");
        };
    }

    private static Seed solved(Seed seed, String solution) {
        return new Seed(seed.id(), seed.set(), FORMAT, seed.question(), seed.answer(), solution, seed.attributes());
    }

    /** The seed as it was given: what a teacher said of it is no part of it. */
    private static Template of(Seed seed, Template template) {
        return new Template(
                template.id(),
                template.generalQuestion(),
                template.function(),
                template.program(),
                template.variables(),
                template.steps(),
                template.conditions(),
                template.solution(),
                template.answer(),
                seed,
                template.verification());
    }
}
