package io.infinimill.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextPairTest {

    @Test
    void pairsNumbersWhateverTheFormsOfWords() {
        var pair = TextPair.of("There are two cats and $1,200 here.", "There are nine cat and $15.50 here.");

        assertThat(pair).hasValueSatisfying(found -> {
            assertThat(found.before()).containsExactly(new BigDecimal("2"), new BigDecimal("1200"));
            assertThat(found.after()).containsExactly(new BigDecimal("9"), new BigDecimal("15.50"));
        });
    }

    @Test
    void pairsNothingWhereWordsWereAdded() {
        assertThat(TextPair.of("He has 3 cats.", "He still has 4 cats.")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"twenty-one, 21", "Fifteen, 15", "three-day, 3", "sixty, 60", "50%, 50", "2.5kg, 2.5"})
    void readsDigitsAndWords(String word, BigDecimal value) {
        assertThat(TextPair.numbers(word)).containsExactly(value);
    }
}
