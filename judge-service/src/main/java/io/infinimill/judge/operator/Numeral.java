package io.infinimill.judge.operator;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A final answer that is a number: thousands in groups, a currency or percent sign around it. */
final class Numeral {

    private static final Pattern NUMERAL = Pattern.compile("\\s*(?<sign>-[$€£]?|[$€£]-|[$€£]?)"
            + "(?<digits>\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d*)?|\\.\\d+)\\s*%?\\s*");

    private Numeral() {}

    static Optional<BigDecimal> find(@Nullable String text) {
        var matcher = NUMERAL.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var number = new BigDecimal(matcher.group("digits").replace(",", ""));
        return Optional.of(matcher.group("sign").contains("-") ? number.negate() : number);
    }
}
