package io.infinimill.generator.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MathQaSeedsTest {

    private final MathQaSeeds format = new MathQaSeeds();

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "none", textBlock = """
                    a ) 12 , b ) 16 , c ) 18 , d ) 24 , e ) 26       | c | 18
                    a ) 17 hr , b ) 14.5 hr , c ) 12 , d ) 9 , e ) 2 | b | 14.5
                    a ) 1 / 4 , b ) 1 / 3 , c ) 3 , d ) 4 , e ) 5    | a | 0.25
                    a ) $ 1,200 , b ) $ 3 , c ) 3 , d ) 4 , e ) 5    | a | 1200
                    a ) none , b ) all , c ) x , d ) y , e ) z       | b | none
                    a ) 1 , b ) 2 , c ) 3 , d ) 4 , e ) 55           | e | 55
                    """)
    void readsTheKeyedOption(String options, String key, String answer) {
        var seed = format.read("own", line(options, key));

        assertThat(seed.answer()).isEqualTo(answer);
        assertThat(seed.solution()).isEqualTo("add(n0,n1)|");
    }

    @Test
    void refusesAKeyWithoutOption() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> format.read("own", line("a ) 1 , b ) 2", "e")))
                .withMessage("options have no 'e': 'a ) 1 , b ) 2'");
    }

    private static String line(String options, String key) {
        return """
                {"problem": "what is 3 and 4 ?", "options": "%s", "correct": "%s", "linear_formula": "add(n0,n1)|"}""".formatted(options, key);
    }
}
