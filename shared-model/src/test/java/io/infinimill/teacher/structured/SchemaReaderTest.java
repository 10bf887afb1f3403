package io.infinimill.teacher.structured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinimill.teacher.ChatReply.Choice;
import io.infinimill.teacher.ChatReply.Finish;
import io.infinimill.teacher.ReplySchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaReaderTest {

    private final SchemaReader reader = new SchemaReader(new ReplySchema("colours", """
            {"type": "object", "properties": {"count": {"type": "integer", "minimum": 0}, "name": {"type": "string"}},
             "required": ["count"], "additionalProperties": false}"""));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"count\": 7}",
                "  \n{\"count\": 7}\n",
                "```json\n{\"count\": 7}\n```",
                "```\n{\"count\": 7}\n```",
                "Here it is:\n\n```json\n{\n  \"count\": 7\n}\n```\nI hope this helps.",
                "<think>7 or {8}?</think>\n{\"count\": 7}",
            })
    void jsonIsReadBareFencedAndAfterThoughts(String text) {
        assertThat(read(text, Finish.STOP))
                .isInstanceOfSatisfying(
                        Reading.Fits.class, fits -> assertThat(fits.value()).hasToString("{\"count\":7}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"count\": \"7\"} | /count: string found, integer expected",
                "{\"count\": -1} | /count: must have a minimum value of 0",
                "{\"name\": \"red\"} | required property 'count' not found",
                "{\"count\": 7, \"more\": 1} | property 'more' is not defined",
                "[7] | array found, object expected",
                "{\"count\": 7, \"count\": 8} | the reply is not JSON: Duplicate Object property",
                "{\"count\": 7} and {\"count\": 8} | the reply is not JSON: ",
                "There are {\"count\": 7} colours. | the reply is not JSON: Unrecognized token 'There'",
                "`` | the reply is empty",
            })
    void aMisfitSaysWhatIsWrongAndWhere(String text, String fault) {
        assertThat(read(text, Finish.STOP))
                .isInstanceOfSatisfying(
                        Reading.Misfit.class,
                        misfit -> assertThat(misfit.faults().getFirst()).contains(fault));
    }

    @Test
    void ofSeveralBlocksNoneIsTheReply() {
        assertThat(read("```json\n{\"count\": 7}\n```\nor\n```json\n{\"count\": 8}\n```", Finish.STOP))
                .isInstanceOf(Reading.Misfit.class);
    }

    @Test
    void jsonThatIsCutOffIsTruncatedAndNotAMisfit() {
        assertThat(read("{\"count\": 7, \"na", Finish.LENGTH)).isEqualTo(new Reading.Truncated());
        assertThat(read("{\"count\": 7, \"na", Finish.STOP)).isInstanceOf(Reading.Misfit.class);
        assertThat(read("{\"count\": 7}", Finish.LENGTH)).isInstanceOf(Reading.Fits.class);
    }

    @Test
    void aTextThatTheTeacherWithheldIsNamed() {
        assertThat(read("", Finish.FILTERED)).isEqualTo(new Reading.Withheld());
    }

    @Test
    void numbersKeepTheirDigits() {
        var precise = new SchemaReader(new ReplySchema("number", "{\"type\": \"number\"}"));

        assertThat(precise.read(new Choice("0.1000000000000000000001", Finish.STOP, null)))
                .isInstanceOfSatisfying(
                        Reading.Fits.class, fits -> assertThat(fits.value()).hasToString("0.1000000000000000000001"));
    }

    @Test
    void aSchemaThatIsNoJsonIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SchemaReader(new ReplySchema("broken", "{")))
                .withMessageStartingWith("schema broken is no JSON: ");
    }

    private Reading read(String text, Finish finish) {
        return reader.read(new Choice(text, finish, null));
    }
}
