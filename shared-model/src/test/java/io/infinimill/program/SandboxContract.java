package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.program.Outcome.Failed;
import io.infinimill.program.Outcome.Returned;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every sandbox promises, wherever its workers run. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxContract {

    private static final String COINS = """
            def coins_left(coins_at_start, stamps, stamp_price):
                \"""Purpose: coins left after buying stamps.\"""
                # cost of all stamps
                coins_spent = stamps * stamp_price
                # what is left
                return coins_at_start - coins_spent
            """;

    private ProcessSandbox sandbox;

    /** The settings with the place where workers run. */
    abstract SandboxSettings placed(SandboxSettings settings);

    @BeforeAll
    void start() {
        sandbox = ProcessSandbox.start(placed(SandboxSettings.standard()));
    }

    @AfterAll
    void close() {
        sandbox.close();
    }

    @Test
    void returnsValueAndLocals() throws InterruptedException {
        var outcomes = sandbox.run(
                new Program(COINS, "coins_left"), List.of(Map.of("coins_at_start", 23, "stamps", 5, "stamp_price", 3)));

        assertThat(outcomes)
                .containsExactly(new Returned(
                        new BigDecimal(8),
                        Map.of(
                                "coins_at_start", new BigDecimal(23),
                                "stamps", new BigDecimal(5),
                                "stamp_price", new BigDecimal(3),
                                "coins_spent", new BigDecimal(15))));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "a + b, 2, 3, 5",
                "a / b, 6, 2, 3.0",
                "a + b, 0.1, 0.2, 0.30000000000000004",
                "a + b, 0.10, 0.20, 0.30000000000000004",
                "a * b, 3.0, 2, 6.0",
                "a ** b, 2, 100, 1267650600228229401496703205376",
                "a ** b, 10.0, 30, 1e+30",
                "a + b, 123456789012345678901234567890, 1, 123456789012345678901234567891",
                "round(a / b), 7, 2, 4",
            })
    void calculatesAsPythonDoes(String expression, String a, String b, String expected) throws InterruptedException {
        var program = new Program("def f(a, b):\n    return " + expression, "f");

        var outcome = sandbox.run(program, List.of(Map.of("a", new BigDecimal(a), "b", new BigDecimal(b))));

        assertThat(outcome)
                .singleElement()
                .isInstanceOfSatisfying(
                        Returned.class, it -> assertThat(it.value()).isEqualTo(new BigDecimal(expected)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'def f(a):\\n    return a * 2\\nprint(f(a=21))' | 42",
                "'def f(a):\\n    return a * 2\\nprint(\"The answer is\", f(a=21))' | 42",
                "'def f(a):\\n    return a / 3\\nprint(f\"{f(a=10):.2f}\")' | 3.33",
                "'def f(a):\\n    return a * 2\\nf(a=21)' | 42",
                "'a = 20\\nans = a + 1' | 21",
                "'def f(a):\\n    return a * 2\\nans = f(3) + 1' | 7",
                "'ans = sum([x for x in (1, 2)])' | 3",
                "'def f(a):\\n    return a * 2\\nf(3)\\nx = [y for y in (1, 2)]' | 6",
                "'print(1)\\nprint(2)' | 2",
                "'print(\" -7 \")' | -7",
                "'if __name__ == \"__main__\":\\n    print(5)' | 5",
                "'import math\\nprint(math.floor(math.sqrt(50)))' | 7",
                "'from fractions import Fraction\\nprint(Fraction(6, 4))' | 1.5",
                "'from decimal import Decimal\\nprint(Decimal(\"0.1\") + Decimal(\"0.2\"))' | 0.3",
                "'from statistics import mean\\nprint(mean([1, 2, 6]))' | 3",
                "'try:\\n    print(1 / 0)\\nexcept ZeroDivisionError:\\n    print(0)' | 0",
                "'total: int = sum(x * x for x in range(4))\\nprint(total)' | 14",
                "'class A:\\n    b = 3\\nprint(A.b)' | 3",
                "'class A:\\n    def __init__(self, b):\\n        self.b = b\\n    def __add__(self, other):\\n        return A(self.b + other.b)\\nprint((A(3) + A(4)).b)' | 7",
                "'class A:\\n    def __init__(self):\\n        self._b = 3\\nclass C(A):\\n    def __init__(self):\\n        super().__init__()\\nprint(C()._b)' | 3",
                "'from typing import NamedTuple, List, Optional\\nclass P(NamedTuple):\\n    x: int\\n    y: int = 4\\ndef f(a: List[int], b: Optional[int] = None):\\n    return P(a[0]).y\\nprint(f([1]))' | 4",
                "'from collections import namedtuple, Counter, defaultdict, deque\\nP = namedtuple(\"P\", \"x y\")\\nprint(P(1, 2)._replace(x=5).x + Counter(\"aab\")[\"a\"])' | 7",
                "'import collections.abc, copy\\na = [[1], [2]]\\nb = copy.deepcopy(a)\\na[0].append(9)\\nprint(len(b[0]) if isinstance(a, collections.abc.Sequence) else 0)' | 1",
                "'import functools\\n@functools.lru_cache(maxsize=None)\\ndef f(n):\\n    return n if n < 2 else f(n - 1) + f(n - 2)\\nprint(f(30))' | 832040",
                "'import functools\\ndef d(f):\\n    @functools.wraps(f)\\n    def g(*a):\\n        return f(*a) + 1\\n    return g\\n@d\\ndef f(a):\\n    return a\\nprint(f(1))' | 2",
                "'import operator\\nfrom operator import attrgetter\\nclass A:\\n    def __init__(self, b):\\n        self.b = b\\nprint(operator.add(1, min([A(3), A(2)], key=attrgetter(\"b\")).b))' | 3",
                "'x = 4\\ndef f(y):\\n    return eval(\"x * y + 2\")\\nprint(f(3))' | 14",
                "'exec(\"a = 3\")\\ntry:\\n    print(a)\\nexcept NameError:\\n    print(0)' | 3",
                "'class A:\\n    def __init__(self):\\n        self.b = 6\\nprint(getattr(A(), \"b\") + vars(A())[\"b\"])' | 12",
                "'import re\\nprint(sum(int(n) for n in re.findall(r\"[0-9]+\", \"3 and 4\")))' | 7",
                "'from fractions import *\\nprint(Fraction(1, 2))' | 0.5",
                "'from __future__ import annotations\\nimport statistics\\nprint(statistics.median([1, 5, 9]))' | 5",
                "'match (1, 2):\\n    case (a, b):\\n        print(a + b)' | 3",
            })
    void readsTheAnswerOfStandaloneText(String source, BigDecimal expected) throws InterruptedException {
        var outcome = sandbox.runAll(List.of(Call.standalone(source.replace("\\n", "\n"))))
                .getFirst();

        assertThat(outcome)
                .singleElement()
                .isInstanceOfSatisfying(
                        Returned.class, it -> assertThat(it.value()).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "def f(: | syntax_error | SyntaxError: invalid syntax (program, line 1)",
                "def g(): return 1 | no_function | f",
                "f = 1 | no_function | f",
                "def f(): return 1 / 0 | raised | ZeroDivisionError: division by zero",
                "def f(): return y | raised | NameError: name 'y' is not defined",
                "def f(a): return a | raised | TypeError: f() missing 1 required positional argument: 'a'",
                "def f(): raise ValueError('no such age') | raised | ValueError: no such age",
                "def f(): pass | no_result | f returned None",
                "def f(): return '7' | not_a_number | str",
                "def f(): return True | not_a_number | bool",
                "def f(): return float('nan') | not_a_number | nan",
                "def f(): return 1e308 * 10 | not_a_number | inf",
                "def f(): return [1] | not_a_number | list",
                "def f(): return 10 ** 400 | too_large | an integer of 1329 bits",
                "def f(): return f() | raised | RecursionError: maximum recursion depth exceeded",
            })
    void namesTheReasonOfAFailure(String source, String reason, String detail) throws InterruptedException {
        var outcomes = sandbox.run(new Program(source, "f"), List.of(Map.of()));

        assertThat(outcomes).containsExactly(new Failed(reason, detail));
    }

    @Test
    void saysThatNothingWasPrinted() throws InterruptedException {
        assertThat(sandbox.runAll(List.of(Call.standalone("x = 1"))).getFirst())
                .containsExactly(new Failed("no_result", "nothing printed, named ans or returned"));
        assertThat(sandbox.runAll(List.of(Call.standalone("print('many')"))).getFirst())
                .containsExactly(new Failed("not_a_number", "many"));
    }

    @Test
    void keepsTheOrderOfManyCallsAndArgumentSets() throws InterruptedException {
        var calls = IntStream.range(0, 3_000)
                .mapToObj(i -> new Call(
                        new Program(
                                "def f(a):\n    return a * %d + %s"
                                        .formatted(i, i % 97 == 0 ? "len([].__str__())" : "2"),
                                "f"),
                        IntStream.range(0, i == 5 ? 5_000 : i % 4)
                                .mapToObj(a -> Map.<String, Number>of("a", a))
                                .toList()))
                .toList();

        var outcomes = sandbox.runAll(calls);

        assertThat(outcomes).hasSameSizeAs(calls);
        for (var i = 0; i < calls.size(); i++) {
            var factor = i;
            assertThat(outcomes.get(i))
                    .extracting(it -> ((Returned) it).value().intValueExact())
                    .containsExactlyElementsOf(
                            IntStream.range(0, calls.get(i).argumentSets().size())
                                    .mapToObj(a -> a * factor + 2)
                                    .toList());
        }
    }

    @Test
    void startsEveryExecutionAfresh() throws InterruptedException {
        var counter = new Program("""
                seen = []
                def f(a, kept=[]):
                    seen.append(a)
                    kept.append(a)
                    return len(seen) + len(kept)
                """, "f");

        assertThat(sandbox.run(counter, List.of(Map.of("a", 1), Map.of("a", 2))))
                .extracting(it -> ((Returned) it).value())
                .containsExactly(BigDecimal.TWO, BigDecimal.TWO);
    }

    @Test
    void ordersSetsOfStringsTheSameInEveryWorker() throws InterruptedException {
        var calls = IntStream.range(0, 20)
                .mapToObj(i -> Call.standalone("print(int(''.join(list({'1', '2', '3', '4', '5'}))))"))
                .toList();

        assertThat(sandbox.runAll(calls).stream().distinct()).hasSize(1);
    }

    @Test
    void costsOnlyTheExecutionsThatAreSpoilt() throws InterruptedException {
        var program = new Program("def f(a):\n    while a % 10 == 0:\n        pass\n    return a", "f");
        var limits = new SandboxSettings(1, Duration.ofMillis(200), Duration.ofSeconds(20), 256L << 20, 1_000);
        var timeout = new Failed("timeout", "CPU time");
        var skipped = new Failed("skipped", "3 executions of this program had to be ended");

        try (var strict = ProcessSandbox.start(placed(limits))) {
            var outcomes = strict.run(
                    program,
                    IntStream.of(1, 10, 2, 20, 3, 30, 4, 40)
                            .mapToObj(a -> Map.<String, Number>of("a", a))
                            .toList());

            assertThat(outcomes)
                    .containsExactly(
                            returned(1), timeout, returned(2), timeout, returned(3), timeout, skipped, skipped);
        }
    }

    @Test
    void servesManyCallersAtOnce() throws InterruptedException, ExecutionException {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = IntStream.range(0, 50)
                    .mapToObj(i -> callers.submit(
                            () -> sandbox.run(new Program("def f(a):\n    return a", "f"), List.of(Map.of("a", i)))))
                    .toList();

            for (var i = 0; i < futures.size(); i++) {
                assertThat(futures.get(i).get()).containsExactly(returned(i));
            }
        }
    }

    @Test
    void passesIntegersOfAnyType() throws InterruptedException {
        var program = new Program("def f(a):\n    return a // 2 * 2 - a + (0.5 if isinstance(a, float) else 0)", "f");

        assertThat(sandbox.run(
                        program,
                        List.of(
                                Map.of("a", 4),
                                Map.of("a", 4L),
                                Map.of("a", BigInteger.valueOf(4)),
                                Map.of("a", new BigDecimal("4")),
                                Map.of("a", new BigDecimal("4.0")),
                                Map.of("a", 4.0))))
                .extracting(it -> ((Returned) it).value().doubleValue())
                .containsExactly(0.0, 0.0, 0.0, 0.0, 0.5, 0.5);
    }

    @Test
    void runsNothingOnceClosed() {
        var closed = ProcessSandbox.start(placed(SandboxSettings.standard()));
        closed.close();
        closed.close();

        assertThatThrownBy(() -> closed.runAll(List.of(Call.standalone("print(1)"))))
                .isInstanceOf(SandboxUnavailableException.class)
                .hasMessage("the sandbox is closed");
    }

    private static Outcome returned(int a) {
        return new Returned(BigDecimal.valueOf(a), Map.of("a", BigDecimal.valueOf(a)));
    }
}
