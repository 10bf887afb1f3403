package io.infinimill.generator.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkedSeedsTest {

    private final WorkedSeeds gsm8k = new WorkedSeeds("gsm8k");
    private final WorkedSeeds jsonl = new WorkedSeeds("jsonl");

    @Test
    void readsTheFinalAnswerFromTheLastLine() {
        var seed = gsm8k.read("own", """
                {"question": " How many? ", "answer": "3*4=<<3*4=12>>12 eggs\\n#### 1,200", "topic": "eggs", "n": 1}""");

        assertThat(seed.question()).isEqualTo("How many?");
        assertThat(seed.answer()).isEqualTo("1200");
        assertThat(seed.solution()).isEqualTo("3*4=<<3*4=12>>12 eggs");
        assertThat(seed.attributes()).isEqualTo(Map.of("topic", "eggs"));
    }

    @Test
    void readsAPlainAnswerWithAndWithoutASolution() {
        assertThat(jsonl.read("own", "{\"question\": \"Q\", \"answer\": 0.50}").answer())
                .isEqualTo("0.50");
        assertThat(jsonl.read("own", "{\"question\": \"Q\", \"answer\": \"$7\", \"solution\": \"3 + 4 = 7\"}")
                        .solution())
                .isEqualTo("3 + 4 = 7");
    }

    @Test
    void givesTheSameSeedTheSameId() {
        var line = "{\"question\": \"Q\", \"answer\": \"#### 1\"}";

        assertThat(gsm8k.read("own", line).id())
                .isEqualTo(gsm8k.read("own", line).id());
        assertThat(gsm8k.read("own", line).id())
                .isNotEqualTo(gsm8k.read("other", line).id());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"question": "Q"                         | not JSON at column
                    [1, 2]                                   | not a JSON object but '[1, 2]'
                    {"answer": "#### 1"}                     | field 'question' is missing or empty; the line has answer
                    {"question": "Q", "answer": "12"}        | Maybe the format is jsonl
                    {"question": "Q", "answer": "#### five"} | the final answer 'five' is no number
                    {"question": ["Q"], "answer": "#### 1"}  | field 'question' wants text or a number but is ["Q"]
                    """)
    void namesWhatIsWrong(String line, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> gsm8k.read("own", line))
                .withMessageContaining(message);
    }
}
