package io.infinimill.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.dataset.TestEvents;
import io.infinimill.model.Correction;
import io.infinimill.model.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PreferenceTest {

    private static final String WRONG = "def trays(apples):\n    # \"all\" – of 🍎\n    return apples + 1\n";
    private static final String RIGHT = "def trays(apples):\n    return apples\n";

    @Test
    void the_bytes_are_those_of_the_golden_file() throws IOException {
        try (var golden = PreferenceTest.class.getResourceAsStream("/export/PreferenceTest.jsonl")) {
            assertThat(golden).isNotNull();
            assertThat(written(
                            corrected(1, "wrong_answer", WRONG, RIGHT),
                            TestEvents.template(2, "mit", null),
                            corrected(3, "program_raised", "def trays(apples):\n    return apples / 0", RIGHT)))
                    .isEqualTo(golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void a_pair_is_a_question_and_two_answers_to_it() throws IOException {
        var template = corrected(1, "wrong_answer", WRONG, RIGHT);
        var line = JsonMapper.shared().readTree(written(template));
        assertThat(line.propertyNames()).containsExactly("prompt", "chosen", "rejected", "templateId", "reason");
        assertThat(content(line, "prompt", "user"))
                .contains(template.seed().question(), "one Python function")
                .doesNotContain("%s");
        assertThat(content(line, "chosen", "assistant")).isEqualTo("```python\n" + RIGHT + "```");
        assertThat(content(line, "rejected", "assistant")).isEqualTo("```python\n" + WRONG + "```");
        assertThat(line.path("templateId").stringValue()).isEqualTo(template.id());
        assertThat(line.path("reason").stringValue()).isEqualTo("wrong_answer");
    }

    private static String content(JsonNode line, String column, String role) {
        assertThat(line.path(column)).hasSize(1);
        var message = line.path(column).path(0);
        assertThat(message.path("role").stringValue()).isEqualTo(role);
        return message.path("content").stringValue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "answer_in_program",
                "bad_program",
                "constant_in_program",
                "constant_program",
                "unexplained_constant",
                "variable_without_effect",
                "wrong_answer",
                "program_syntax_error",
                "program_timeout"
            })
    void a_program_at_fault_makes_a_pair(String reason) throws IOException {
        assertThat(written(corrected(1, reason, WRONG, RIGHT)).lines()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not_json",
                "wrong_schema",
                "cut_off",
                "withheld",
                "no_function",
                "bad_name",
                "braces",
                "parameters_differ",
                "question_changed",
                "unknown_placeholder",
                "value_not_in_question",
                "value_not_whole",
                "variable_not_in_question",
                "program_skipped",
                "program_worker_lost",
                "a_code_of_later"
            })
    void a_fault_of_anything_else_makes_none(String reason) throws IOException {
        assertThat(written(corrected(1, reason, WRONG, RIGHT))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                RIGHT,
                "def trays(apples):\n    return apples",
                "\n" + RIGHT + "\n\n",
                "```python\n" + RIGHT + "```",
                "def trays(apples):\r\n    return apples\r\n"
            })
    void two_equal_programs_make_none(String rejected) throws IOException {
        assertThat(written(corrected(1, "wrong_answer", rejected, RIGHT))).isEmpty();
    }

    @Test
    void a_block_of_code_is_not_put_into_another() throws IOException {
        var line = JsonMapper.shared()
                .readTree(written(corrected(1, "bad_program", "```python\n" + WRONG + "```", RIGHT)));
        assertThat(content(line, "rejected", "assistant")).isEqualTo("```python\n" + WRONG + "```");
        assertThat(written(corrected(1, "bad_program", "Look:\n```python\n" + WRONG + "```\nIt works.", RIGHT)))
                .isEmpty();
    }

    @Test
    void no_template_gives_no_line() throws IOException {
        assertThat(written()).isEmpty();
    }

    private static Template corrected(int template, String reason, String rejected, String chosen) {
        return TestEvents.template(template, null, new Correction(rejected, reason, "it is 4, not 3", chosen));
    }

    private static String written(Template... templates) throws IOException {
        var out = new ByteArrayOutputStream();
        new Preference().write(Stream.of(templates), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
