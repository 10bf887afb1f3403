package io.infinimill.generator.seed;

import io.infinimill.model.Seed;
import java.math.MathContext;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * MathQA's JSON lines: {@code problem}, {@code linear_formula}, and the options with the letter of the correct one. The
 * answer is the number that the keyed option starts with, if it has one; the keys are known to be noisy.
 */
final class MathQaSeeds implements SeedFormat {

    private static final Pattern NUMBER = Pattern.compile("-?\\d[\\d ,]*(\\.\\d+)?(\\s*/\\s*\\d+)?");

    @Override
    public Seed read(String set, String line) {
        var fields = SeedFields.parse(line);
        return Seed.of(
                set,
                "mathqa",
                fields.required("problem").strip(),
                answer(fields.required("options"), fields.required("correct").strip()),
                fields.required("linear_formula").strip());
    }

    private static @Nullable String answer(String options, String letter) {
        var option = Pattern.compile("(?:^|[\\s,\\['\"])" + Pattern.quote(letter)
                        + "\\s*\\)\\s*(.*?)(?:\\s*[,'\"]?\\s*[a-e]\\s*\\)|$)")
                .matcher(options);
        if (!option.find()) {
            throw new IllegalArgumentException(
                    "options have no '%s': '%s'".formatted(SeedFields.start(letter), SeedFields.start(options)));
        }
        var number = NUMBER.matcher(option.group(1));
        if (!number.find()) {
            return null;
        }
        var text = number.group().replaceAll("[ ,]", "");
        int slash = text.indexOf('/');
        if (slash < 0) {
            return PlainNumber.write(PlainNumber.parse(text));
        }
        var denominator = PlainNumber.parse(text.substring(slash + 1));
        return denominator.signum() == 0
                ? null
                : PlainNumber.parse(text.substring(0, slash))
                        .divide(denominator, MathContext.DECIMAL64)
                        .stripTrailingZeros()
                        .toPlainString();
    }
}
