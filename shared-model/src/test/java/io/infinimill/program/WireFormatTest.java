package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.program.Outcome.Failed;
import io.infinimill.program.Outcome.Returned;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WireFormatTest {

    @Test
    void readsNumbersExactly() {
        assertThat(outcome("{\"value\":3.10,\"locals\":{\"a\":12345678901234567890123}}"))
                .isEqualTo(
                        new Returned(new BigDecimal("3.10"), Map.of("a", new BigDecimal("12345678901234567890123"))));
    }

    @Test
    void readsFailures() {
        assertThat(outcome("{\"reason\":\"timeout\",\"detail\":\"CPU time\"}"))
                .isEqualTo(new Failed("timeout", "CPU time"));
        assertThat(outcome("{\"reason\":\"raised\",\"detail\":\"" + "x".repeat(999) + "\"}"))
                .isEqualTo(new Failed("raised", "x".repeat(300)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{}",
                "{\"value\":7}",
                "{\"value\":\"seven\",\"locals\":{}}",
                "{\"value\":1e999999999,\"locals\":{}}",
                "{\"value\":1e-401,\"locals\":{}}",
                "{\"value\":1,\"locals\":{\"a\":1e401}}",
                "{\"value\":1,\"locals\":{\"a\":null}}",
                "{\"value\":1,\"locals\":{}} {}",
                "{\"reason\":\"timeout\"}",
                "{\"reason\":\"verified\",\"detail\":\"\"}",
            })
    void takesNothingElseFromAProgram(String reply) {
        assertThat(outcome(reply)).isEqualTo(new Failed("forbidden", "malformed reply"));
    }

    private static Outcome outcome(String reply) {
        return WireFormat.outcome(reply.getBytes(StandardCharsets.UTF_8));
    }
}
