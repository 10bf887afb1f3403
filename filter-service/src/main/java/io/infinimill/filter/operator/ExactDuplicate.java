package io.infinimill.filter.operator;

import io.infinimill.filter.DuplicateFilter;
import io.infinimill.model.Hash;
import io.infinimill.model.Sample;
import io.infinimill.operator.Purpose;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Two samples of a dataset are the same when they have the same template, numbers and form, or, without a template or
 * numbers, the same question and response but for case and white space. Reason: {@code duplicate}.
 */
@Purpose("Drops all but the first of the samples of a dataset with the same template, numbers and form,"
        + " or with the same text where there is no template.")
record ExactDuplicate() implements DuplicateFilter {

    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    @Override
    public String fingerprint(Sample sample) {
        var values = sample.values();
        if (sample.templateId() == null || values == null) {
            return Hash.of("text", sample.dataset(), normal(sample.question()), normal(sample.response()));
        }
        var numbers = new TreeMap<String, String>();
        values.forEach((name, value) -> numbers.put(name, plain(value)));
        var substituted = sample.substituted();
        return Hash.of(
                "instance",
                sample.dataset(),
                sample.templateId(),
                numbers.toString(),
                substituted == null ? "" : new TreeSet<>(substituted).toString(),
                sample.style());
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    private static String normal(String text) {
        return WHITE_SPACE.matcher(text.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
    }
}
