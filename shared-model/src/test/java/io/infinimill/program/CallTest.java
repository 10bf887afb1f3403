package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CallTest {

    private static final Program PROGRAM = new Program("def f(a):\n    return a", "f");

    @Test
    void makesAWholeDecimalAnInteger() {
        var call = new Call(PROGRAM, List.of(Map.of("a", new BigDecimal("3E+2")), Map.of("a", new BigDecimal("3.0"))));

        assertThat(call.argumentSets())
                .containsExactly(Map.of("a", BigInteger.valueOf(300)), Map.of("a", new BigDecimal("3.0")));
    }

    static Stream<Arguments> impossibleArguments() {
        return Stream.of(
                Arguments.of(Double.NaN, "argument a is not finite or beyond a double"),
                Arguments.of(Float.POSITIVE_INFINITY, "argument a is not finite or beyond a double"),
                Arguments.of(new BigDecimal("1E+999999999"), "argument a is not finite or beyond a double"),
                Arguments.of(BigInteger.TEN.pow(400), "argument a is not finite or beyond a double"),
                Arguments.of(new BigDecimal("1E-999999999"), "argument a has more than 310 digits"),
                Arguments.of(
                        new AtomicLong(3),
                        "argument a is a java.util.concurrent.atomic.AtomicLong. Maybe pass a BigDecimal"));
    }

    @ParameterizedTest
    @MethodSource("impossibleArguments")
    void refusesWhatIsNoPythonLiteral(Number value, String message) {
        assertThatThrownBy(() -> new Call(PROGRAM, List.of(Map.of("a", value))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(message);
    }

    @Test
    void refusesArgumentsForAStandaloneProgram() {
        assertThatThrownBy(() -> new Call(Program.standalone("print(1)"), List.of(Map.of("a", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a standalone program takes no arguments, but got [{a=1}]");
    }
}
