package io.infinimill.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.model.JobProgressed;
import io.infinimill.model.Seed;
import io.infinimill.model.Variable;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WireTest {

    @ParameterizedTest
    @CsvSource({
        "18, 18",
        "4.5, 4.5",
        "4.50, 4.50",
        "1000, 1000",
        "1E+3, 1000",
        "1e-7, 0.0000001",
        "0.10, 0.10",
        "123456789012345678901234567890, 123456789012345678901234567890",
    })
    void numbersKeepTheirScaleAndArePlain(BigDecimal value, String written) {
        var variable = new Variable("a", "decimal", null, value, value, BigDecimal.ONE, value, "used");

        var json = text(Wire.write(variable));

        assertThat(json).contains("\"value\":" + written + ",");
        assertThat(Wire.read(Wire.write(variable), Variable.class).value()).isEqualTo(new BigDecimal(written));
    }

    @Test
    void leavesNullsOut() {
        assertThat(text(Wire.write(new Seed("1", "s", "jsonl", "?", null, null, null))))
                .isEqualTo("{\"id\":\"1\",\"set\":\"s\",\"format\":\"jsonl\",\"question\":\"?\"}");
    }

    @Test
    void keepsTheOrderOfAttributes() {
        var attributes = new LinkedHashMap<String, String>();
        for (var name : List.of("zebra", "apple", "mango", "berry", "kiwi", "fig")) {
            attributes.put(name, name);
        }

        assertThat(text(Wire.write(new Seed("1", "s", "jsonl", "?", null, null, attributes))))
                .contains("\"zebra\":\"zebra\",\"apple\":\"apple\",\"mango\":\"mango\",\"berry\":\"berry\",\"kiwi\"");
    }

    @Test
    void anyTextSurvives() {
        var question = "5 < 6 & \"7\" \\ \n\t\u0000\u2028 naïve €5 \uD83D\uDE00 </script>";
        var seed = new Seed("1", "s", "jsonl", question, null, null, Map.of());

        assertThat(Wire.read(Wire.write(seed), Seed.class)).isEqualTo(seed);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "`` | No content to map due to end-of-input",
                "null | it is null",
                "[] | Cannot deserialize value of type `JobProgressed` from Array value (token `JsonToken.START_ARRAY`)",
                "{} | JobProgressed.jobId is missing",
                "{\"jobId\":7} | jobId: Cannot coerce Integer value (7) to `String` value",
                "{\"jobId\":\"j\",\"sequence\":\"1\"} | sequence: Cannot coerce String value (\"1\") to `Long` value",
                "{\"jobId\":\"j\",\"sequence\":1.5} | sequence: Cannot coerce Floating-point value (1.5) to `Long` value",
                "{\"reasons\":[{\"stage\":\"filter\"},{}]} | ReasonCount.operator is missing",
                "{\"reasons\":[{\"stage\":true}]} | reasons[0].stage: Cannot coerce Boolean value (true) to `String` value",
            })
    void saysWhatIsWrongAndWhere(String json, String why) {
        assertThatThrownBy(() -> Wire.read(json.getBytes(StandardCharsets.UTF_8), JobProgressed.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not a JobProgressed: " + why);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"jobId\":", "not json", "{} {}", "{\"jobId\":\"j\"}}"})
    void refusesWhatIsNotOneJsonValue(String json) {
        assertThatThrownBy(() -> Wire.read(json.getBytes(StandardCharsets.UTF_8), JobProgressed.class))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("not a JobProgressed: ");
    }

    @Test
    void refusesTrailingRubbish() {
        var job = new JobProgressed("j", 1L, 0L, 0L, 0L, List.of(), null);
        var bytes = (text(Wire.write(job)) + " {}").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> Wire.read(bytes, JobProgressed.class)).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
