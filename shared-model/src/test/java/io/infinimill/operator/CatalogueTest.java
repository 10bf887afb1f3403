package io.infinimill.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.infinimill.model.OperatorUse;
import io.infinimill.wire.Wire;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CatalogueTest {

    interface Filter {}

    @Purpose("Drops answers that are too long.")
    record AnswerLength(
            int min, @Purpose("the longest answer kept") int maxCharacters) implements Filter {
        AnswerLength {
            if (min > maxCharacters) {
                throw new IllegalArgumentException(
                        "min %d is greater than max-characters %d".formatted(min, maxCharacters));
            }
        }
    }

    record Everything(long count, double share, BigDecimal price, boolean strict, String language, List<String> words)
            implements Filter {}

    record Plain() implements Filter {}

    record Dated(Instant since) implements Filter {}

    static final class NoRecord implements Filter {}

    private static final Catalogue<Filter> CATALOGUE =
            new Catalogue<>("filter", List.of(AnswerLength.class, Everything.class, Plain.class));

    @Test
    void bindsOperatorsInTheirOrder() {
        assertThat(CATALOGUE.bind(List.of(use("plain"), use("answer-length", "min", 1, "max-characters", 40))))
                .containsExactly(new Plain(), new AnswerLength(1, 40));
    }

    @Test
    void bindsEveryTypeOfParameter() {
        var use = use(
                "everything",
                "count",
                5_000_000_000L,
                "share",
                0.5,
                "price",
                new BigDecimal("1.50"),
                "strict",
                true,
                "language",
                "en",
                "words",
                List.of("a", "b"));

        assertThat(CATALOGUE.bind(List.of(use)))
                .containsExactly(
                        new Everything(5_000_000_000L, 0.5, new BigDecimal("1.50"), true, "en", List.of("a", "b")));
    }

    @Test
    void bindsNumbersOfAnyJavaType() {
        assertThat(CATALOGUE.bind(
                        List.of(use("answer-length", "min", BigInteger.ONE, "max-characters", new BigDecimal("4E+1")))))
                .containsExactly(new AnswerLength(1, 40));
    }

    @Test
    void tellsAllFaultsAtOnce() {
        var invalid = faultsOf(
                use("answer-lenght", "min", 1),
                use("answer-length", "min", "one", "max", 40),
                use("answer-length", "min", 41, "max-characters", 40),
                use("summarise"));

        assertThat(invalid.faults())
                .containsExactly(
                        """
                        filter: unknown operator 'answer-lenght'; known: answer-length, everything, plain
                        Maybe 'answer-length'""",
                        "filter.answer-length: unknown parameter 'max'; known: min, max-characters",
                        "filter.answer-length: parameter 'min' wants an integer but is 'one'",
                        "filter.answer-length: parameter 'max-characters' is missing (integer); a recipe states every parameter",
                        "filter.answer-length: min 41 is greater than max-characters 40",
                        "filter: unknown operator 'summarise'; known: answer-length, everything, plain");
        assertThat(invalid).hasMessage(String.join("\n", invalid.faults()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "count | 1.5 | wants an integer but is 1.5",
                "count | \"7\" | wants an integer but is '7'",
                "count | 9223372036854775808 | wants an integer but is 9223372036854775808",
                "count | true | wants an integer but is true",
                "share | 1e999 | wants a number but is 1E+999",
                "share | \"half\" | wants a number but is 'half'",
                "price | [1] | wants a number but is [1]",
                "strict | \"true\" | wants a boolean but is 'true'",
                "strict | 1 | wants a boolean but is 1",
                "language | 5 | wants a string but is 5",
                "words | \"a\" | wants a list of strings but is 'a'",
                "words | [\"a\",1] | wants a list of strings but is [a, 1]",
                "language | null | wants a string but is null",
            })
    void refusesValuesOfAnotherType(String parameter, String json, String fault) {
        var parameters = new HashMap<String, Object>(
                Map.of("count", 1, "share", 0.5, "price", 1, "strict", true, "language", "en", "words", List.of()));
        parameters.put(parameter, Wire.MAPPER.readValue(json, Object.class));

        assertThat(faultsOf(new OperatorUse("everything", parameters)).faults())
                .containsExactly("filter.everything: parameter '%s' %s".formatted(parameter, fault));
    }

    @Test
    void describesOperatorsByName() {
        assertThat(CATALOGUE.describe())
                .extracting(OperatorDescription::operator)
                .containsExactly("answer-length", "everything", "plain");
        assertThat(CATALOGUE.describe().getFirst())
                .isEqualTo(new OperatorDescription(
                        "answer-length",
                        "filter",
                        "Drops answers that are too long.",
                        List.of(
                                new OperatorDescription.Parameter("min", "integer", ""),
                                new OperatorDescription.Parameter(
                                        "max-characters", "integer", "the longest answer kept"))));
        assertThat(CATALOGUE.describe().get(1).parameters())
                .extracting(OperatorDescription.Parameter::type)
                .containsExactly("integer", "number", "number", "boolean", "string", "list of strings");
    }

    @Test
    void refusesTypesThatAreNoOperators() {
        assertThatThrownBy(() -> new Catalogue<Filter>("filter", List.of(NoRecord.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("operator %s is no record", NoRecord.class.getName());
        assertThatThrownBy(() -> new Catalogue<Filter>("filter", List.of(Plain.class, Plain.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("two operators are called plain");
        assertThatThrownBy(() -> new Catalogue<Filter>("filter", List.of(Dated.class)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("an operator cannot have a parameter of type java.time.Instant");
    }

    @ParameterizedTest
    @CsvSource({
        "ResponseLength, response-length",
        "maxCharacters, max-characters",
        "min, min",
        "NGramOverlap, ngram-overlap",
        "Top5Words, top5-words",
    })
    void namesAreKebabCase(String java, String name) {
        assertThat(KebabCase.of(java)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "lenght | `\nMaybe 'length'`",
                "legnth | `\nMaybe 'length'`",
                "width | ``",
                "length | `\nMaybe 'length'`",
                "xyz | ``",
                "mix | `\nMaybe 'min'`"
            })
    void suggestsANameThatIsNear(String given, String suggestion) {
        assertThat(Suggestion.of(given, List.of("length", "language", "min"))).isEqualTo(suggestion);
    }

    private static InvalidRecipe faultsOf(OperatorUse... uses) {
        return catchThrowableOfType(InvalidRecipe.class, () -> CATALOGUE.bind(List.of(uses)));
    }

    private static OperatorUse use(String operator, Object... parameters) {
        var map = new HashMap<String, Object>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put((String) parameters[i], parameters[i + 1]);
        }
        return new OperatorUse(operator, map);
    }
}
