package io.infinimill.generator.scale;

import io.infinimill.arithmetic.Rational;
import io.infinimill.generator.Instance;
import io.infinimill.model.Template;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instance makes sense: the program's output is the exact answer, an answer that was whole is whole, and one
 * that was not negative is not.
 */
public final class Plausibility {

    /** Far above the noise of Python's floats (1e-16), far below any difference that matters. */
    private static final Rational TOLERANCE = Rational.of(new BigDecimal("1e-9"));

    private Plausibility() {}

    /**
     * The stable code of the first fault, or null when there is none: {@code output_not_a_number}, {@code
     * wrong_output}, {@code answer_not_whole}, {@code answer_negative}.
     *
     * @param output what the program printed
     */
    public static @Nullable String fault(Template template, Instance instance, String output) {
        var printed = number(output.strip());
        if (printed == null) {
            return "output_not_a_number";
        }
        var exact = instance.answer() == null ? printed : number(instance.answer());
        if (exact == null || !agree(printed, exact)) {
            return "wrong_output";
        }
        var original = number(expected(template));
        if (original != null && original.isWhole() && !near(exact)) {
            return "answer_not_whole";
        }
        return original != null && original.signum() >= 0 && exact.signum() < 0 ? "answer_negative" : null;
    }

    /** Whether two numbers are equal but for the noise of floats. */
    public static boolean agree(Rational first, Rational second) {
        var scale = first.abs().compareTo(second.abs()) > 0 ? first.abs() : second.abs();
        return first.minus(second).abs().compareTo(TOLERANCE.times(scale)) <= 0;
    }

    private static boolean near(Rational value) {
        return agree(value, Rational.of(value.toDecimal(0).setScale(0, RoundingMode.HALF_UP)));
    }

    private static String expected(Template template) {
        var actual = template.verification().actual();
        var gold = template.seed().answer();
        return actual != null ? actual : gold != null ? gold : "";
    }

    private static @Nullable Rational number(String text) {
        try {
            return Rational.of(new BigDecimal(text.replace(",", "")));
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
