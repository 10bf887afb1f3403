package io.infinimill.generator.seed;

import io.infinimill.model.Seed;
import java.util.regex.Pattern;

/**
 * SVAMP's problems, one object per line: readable ones ({@code Body}, {@code Question}, infix {@code Equation}, {@code
 * Answer}) and masked ones ({@code Question} with {@code number0}, {@code Numbers}, prefix {@code Equation}), whose numbers
 * are put back into the question.
 */
final class SvampSeeds implements SeedFormat {

    private static final Pattern MASK = Pattern.compile("number(\\d{1,4})");

    @Override
    public Seed read(String set, String line) {
        var fields = SeedFields.parse(line);
        var numbers = fields.find("Numbers");
        var answer = plain(fields.required("Answer"));
        var equation = fields.required("Equation").strip();
        if (numbers != null) {
            return Seed.of(set, "svamp", unmasked(fields.required("Question"), numbers), answer, equation);
        }
        var body = fields.required("Body").strip();
        var end = body.endsWith(".") || body.endsWith("?") || body.endsWith("!") || body.endsWith(",") ? " " : ". ";
        return Seed.of(set, "svamp", body + end + fields.required("Question").strip(), answer, equation);
    }

    private static String unmasked(String question, String numbers) {
        var values = numbers.strip().split("\\s+");
        return MASK.matcher(question)
                .replaceAll(mask -> {
                    int index = Integer.parseInt(mask.group(1));
                    if (index >= values.length) {
                        throw new IllegalArgumentException(
                                "question has number%d but Numbers has only %d values".formatted(index, values.length));
                    }
                    return plain(values[index]);
                })
                .strip();
    }

    private static String plain(String number) {
        var value = PlainNumber.parse(number);
        return value.signum() == 0 ? "0" : PlainNumber.write(value.stripTrailingZeros());
    }
}
