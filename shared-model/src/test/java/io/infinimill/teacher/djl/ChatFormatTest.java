package io.infinimill.teacher.djl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.infinimill.teacher.Message;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChatFormatTest {

    private static final List<Message> CHAT = List.of(
            Message.system("Be brief."), Message.user("100 % of 2?"), Message.assistant("2"), Message.user("Sure?"));

    static List<Arguments> formats() {
        return List.of(
                Arguments.of("{{ '<|im_start|>' + message['role'] }}", """
                        <|im_start|>system
                        Be brief.<|im_end|>
                        <|im_start|>user
                        100 % of 2?<|im_end|>
                        <|im_start|>assistant
                        2<|im_end|>
                        <|im_start|>user
                        Sure?<|im_end|>
                        <|im_start|>assistant
                        """),
                Arguments.of("{{ '<|start_header_id|>' + message['role'] }}", """
                        <|start_header_id|>system<|end_header_id|>

                        Be brief.<|eot_id|><|start_header_id|>user<|end_header_id|>

                        100 % of 2?<|eot_id|><|start_header_id|>assistant<|end_header_id|>

                        2<|eot_id|><|start_header_id|>user<|end_header_id|>

                        Sure?<|eot_id|><|start_header_id|>assistant<|end_header_id|>

                        """),
                Arguments.of("{{ bos_token }}{{ '<start_of_turn>' + role }}", """
                        <start_of_turn>user
                        Be brief.

                        100 % of 2?<end_of_turn>
                        <start_of_turn>model
                        2<end_of_turn>
                        <start_of_turn>user
                        Sure?<end_of_turn>
                        <start_of_turn>model
                        """),
                Arguments.of("{{ '<|user|>\n' + message['content'] + '<|end|>' }}", """
                        <|system|>
                        Be brief.<|end|>
                        <|user|>
                        100 % of 2?<|end|>
                        <|assistant|>
                        2<|end|>
                        <|user|>
                        Sure?<|end|>
                        <|assistant|>
                        """));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aChatIsWrittenAsTheTemplatesFamilyDoes(String template, String written) {
        assertThat(ChatFormat.of(template).write(CHAT)).isEqualTo(written);
    }

    @Test
    void theTokenThatBeginsATextIsWhereTheTemplateHasIt() {
        assertThat(ChatFormat.begins("{{ bos_token }}{{ '<start_of_turn>' }}")).isTrue();
        assertThat(ChatFormat.begins("{{ '<|im_start|>' }}")).isFalse();
    }

    @Test
    void anUnknownTemplateIsRefusedWithWhatToDo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ChatFormat.of("{{ 'Human: ' + message['content'] }}"))
                .withMessageContaining("<|im_start|>, <|start_header_id|>, <start_of_turn>, <|end|>. Maybe serve");
    }
}
