package io.infinimill.generator.seed;

import io.infinimill.model.Hash;
import io.infinimill.model.Seed;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Problems with worked solutions as JSON lines.
 *
 * <p>{@code gsm8k}: {@code {"question", "answer"}}, the answer being the worked text with {@code <<48/2=24>>} marks and a
 * last line {@code #### 72}. {@code jsonl}: the same, or the final answer in {@code answer} and the worked text, if there is
 * any, in {@code solution}. Other text fields become attributes.
 */
record WorkedSeeds(String format) implements SeedFormat {

    private static final Pattern FINAL_ANSWER = Pattern.compile("(?m)^####\\s*+(.+)$");
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)");

    @Override
    public Seed read(String set, String line) {
        var fields = SeedFields.parse(line);
        var question = fields.required("question").strip();
        var given = fields.required("answer");
        var last = FINAL_ANSWER.matcher(given);
        if (last.find()) {
            return seed(
                    set,
                    question,
                    number(last.group(1).strip()),
                    given.substring(0, last.start()).strip(),
                    fields);
        }
        if (format.equals("gsm8k")) {
            throw new IllegalArgumentException(
                    "field 'answer' has no last line '#### number'. Maybe the format is jsonl");
        }
        return seed(set, question, number(given), fields.find("solution"), fields);
    }

    private Seed seed(String set, String question, String answer, @Nullable String solution, SeedFields fields) {
        var worked = solution == null || solution.isBlank() ? null : solution.strip();
        return new Seed(
                Hash.of("seed", set, question, answer, worked),
                set,
                format,
                question,
                answer,
                worked,
                attributes(fields));
    }

    private static String number(String text) {
        var plain = text.replace(",", "").replace("$", "").strip();
        if (!NUMBER.matcher(plain).matches()) {
            throw new IllegalArgumentException("the final answer '%s' is no number".formatted(SeedFields.start(text)));
        }
        return PlainNumber.write(PlainNumber.parse(plain));
    }

    private static @Nullable Map<String, String> attributes(SeedFields fields) {
        var attributes = new TreeMap<String, String>();
        for (var property : fields.object().properties()) {
            var name = property.getKey();
            if (!name.equals("question")
                    && !name.equals("answer")
                    && !name.equals("solution")
                    && property.getValue().isString()) {
                attributes.put(name, property.getValue().asString());
            }
        }
        return attributes.isEmpty() ? null : attributes;
    }
}
