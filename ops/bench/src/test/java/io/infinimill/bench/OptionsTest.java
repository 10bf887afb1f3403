package io.infinimill.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OptionsTest {

    private static final Set<String> NAMED = Set.of("target");
    private static final Set<String> SWITCHES = Set.of("json");

    @Test
    void readsNamesSwitchesAndAWord() {
        var options = Options.parse(List.of("file.jsonl", "--target", "5", "--json"), NAMED, SWITCHES);

        assertThat(options.number("target", 1)).isEqualTo(5);
        assertThat(options.has("json")).isTrue();
        assertThat(options.find(Options.WORD)).hasValue("file.jsonl");
    }

    @Test
    void refusesWhatItDoesNotKnow() {
        assertThatThrownBy(() -> Options.parse(List.of("--targt", "5"), NAMED, SWITCHES))
                .hasMessage("unknown option --targt; known: [json, target]");
        assertThatThrownBy(() -> Options.parse(List.of("--target"), NAMED, SWITCHES))
                .hasMessage("--target wants a value");
        assertThatThrownBy(() ->
                        Options.parse(List.of("--target", "x"), NAMED, SWITCHES).number("target", 1))
                .hasMessage("--target wants a whole number and is 'x'");
    }
}
