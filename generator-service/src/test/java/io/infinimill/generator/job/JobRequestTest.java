package io.infinimill.generator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.infinimill.generator.web.InvalidRequest;
import io.infinimill.wire.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JobRequestTest {

    @Test
    void readsAJob() {
        var request = read("""
                {"recipe": "math-annotated", "seedSet": "primer", "dataset": "first", "target": 100, "probe": 5}""");

        assertThat(request.recipe().asString()).isEqualTo("math-annotated");
        assertThat(request.seedSet()).isEqualTo("primer");
        assertThat(request.dataset()).isEqualTo("first");
        assertThat(request.target()).isEqualTo(100);
        assertThat(request.probe()).isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    [1]                                                | a job is a JSON object with recipe, seedSet, dataset, target, budget, probe, not [1]
                    {"recipes": "r", "dataset": "d"}                   | unknown field 'recipes'; known: recipe, seedSet, dataset, target, budget, probe\\nMaybe 'recipe'
                    {"dataset": "d"}                                   | field 'recipe' is missing: a shipped recipe's name, or a recipe. Maybe 'math-annotated'
                    {"recipe": "r"}                                    | field 'dataset' is missing but wants lower-case letters, digits, '.', '_' and '-', at most 63
                    {"recipe": "r", "dataset": "My Set"}               | field 'dataset' is 'My Set' but wants lower-case letters, digits, '.', '_' and '-', at most 63
                    {"recipe": "r", "dataset": "d", "target": 0}       | field 'target' wants a whole number of at least 1 but is 0
                    {"recipe": "r", "dataset": "d", "target": "many"}  | field 'target' wants a whole number of at least 1 but is "many"
                    {"recipe": "r", "dataset": "d", "budget": {"tokens": 0}} | field 'budget' wants {"tokens": whole number, "money": number}, one of them or both, above 0, but is {"tokens":0}
                    {"recipe": "r", "dataset": "d", "budget": {"time": 5}}   | field 'budget' wants {"tokens": whole number, "money": number}, one of them or both, above 0, but is {"time":5}
                    {"recipe": "r", "dataset": "d", "probe": 5}        | field 'probe' wants a 'seedSet' whose first seeds are worked
                    {"recipe": "r", "dataset": "d", "seedSet": "s", "probe": 1000} | field 'probe' wants a number of seeds from 1 to 100, but is 1000
                    {"recipe": "r", "dataset": "d", "seedSet": 5}      | field 'seedSet' wants a string but is 5
                    """)
    void namesTheFieldThatIsWrong(String body, String message) {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> read(body))
                .withMessage(message.replace("\\n", "\n"));
    }

    private static JobRequest read(String json) {
        return JobRequest.read(Wire.MAPPER.readTree(json));
    }
}
