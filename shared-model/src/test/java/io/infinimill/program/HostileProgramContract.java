package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.program.Outcome.Failed;
import io.infinimill.program.Outcome.Returned;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every hostile program stands between two innocent ones in a single batch of a single worker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HostileProgramContract {

    /** Reaches the module os past the guarded import, so that only the kernel is left to say no. */
    private static final String OS = """
            catch = [c for c in ().__class__.__base__.__subclasses__() if c.__name__ == '_wrap_close'][0]
            os = catch.__init__.__globals__
            modules = os['sys'].modules
            """;

    private static final String CATCHING = """
            while True:
                try:
                    %s
                except BaseException:
                    pass
                print(1)
            """;

    private static final String KERNEL = """
            libc = modules['ctypes'].CDLL(None)
            results = [libc.socket(2, 1, 0), libc.fork(), libc.kill(1, 9), libc.ptrace(0, 0, 0, 0), libc.setuid(0)]
            results += [libc.open(b'/etc/passwd', 0), libc.unshare(0x10000000), libc.mount(0, 0, 0, 0, 0)]
            results += [libc.personality(0xffffffff), libc.shmget(0, 9, 0x200), libc.close(3), libc.dup(3)]
            print('all refused' if set(results) == {-1} else results)
            """;

    private static final String CHANGING = """
            import math
            math.floor = abs
            __builtins__['abs'] = sum
            __builtins__['sum'] = None
            print('changed')
            """;

    private static final String STACKING = """
            x = range(9)
            for i in range(100000):
                x = map(int, x)
            print(next(x))
            """;

    private static final String FLOOD = """
            for file in range(1024):
                try:
                    os['write'](file, b'x' * 1000)
                except OSError:
                    pass
            """;

    /** Takes nonce and file of the channel from the frames above its own. */
    private static final String FORGERY = """
            frame = os['sys']._getframe()
            while 'channel' not in frame.f_locals:
                frame = frame.f_back
            channel = frame.f_locals['channel']
            channel.send(b'{"value":1e999999999,"locals":{}}')
            channel.flush()
            """;

    /** Looks for what can send below its own frame; it is stopped, or it goes on as the program that it is. */
    private static final String WALKING = """
            import typing
            try:
                1 / 0
            except ZeroDivisionError as e:
                try:
                    frame = %s
                    while frame is not None:
                        for v in frame.f_locals.values():
                            if hasattr(v, 'send'):
                                v.send(b'{"value":134,"locals":{}}')
                                v.flush()
                        frame = frame.f_back
                except AttributeError:
                    print('999 kept')
            """;

    private static final SandboxSettings SETTINGS =
            new SandboxSettings(1, Duration.ofMillis(700), Duration.ofSeconds(20), 128L << 20, 1_000);

    private ProcessSandbox sandbox;
    private ProcessSandbox unscreened;

    /** Where the workers run. */
    abstract WorkerOrigin origin();

    @BeforeAll
    void start() {
        var source = WorkerSource.of(SETTINGS);
        var gap = source.text().replace("def is_refused(name):\n", "def is_refused(name):\n    return False\n");
        assertThat(gap).isNotEqualTo(source.text());
        sandbox = new ProcessSandbox(SETTINGS, origin(), source);
        unscreened = new ProcessSandbox(SETTINGS, origin(), new WorkerSource(gap));
    }

    @AfterAll
    void close() {
        sandbox.close();
        unscreened.close();
    }

    static Stream<Arguments> hostilePrograms() {
        return Stream.of(
                program("reads a file", "print(len(open('/etc/passwd').read()))", "forbidden", "open"),
                program("asks for input", "print(input())", "forbidden", "input"),
                program("imports os", "import os\nprint(os.getpid())", "forbidden", "import os"),
                program("imports ctypes", "import ctypes\nprint(1)", "forbidden", "import ctypes"),
                program("imports in a function", "def f():\n    from os import path\nf()", "forbidden", "import os"),
                program("imports by name", "print(__import__('socket').AF_INET)", "forbidden", "import socket"),
                program("catches the refusal", CATCHING.formatted("import os"), "forbidden", "import os"),
                program("takes all memory", "x = [0] * 10 ** 9\nprint(1)", "out_of_memory", "MemoryError"),
                program(
                        "fills memory",
                        "x = []\nwhile 1:\n    x += [bytearray(10 ** 6)]",
                        "out_of_memory",
                        "MemoryError"),
                program("has a long text", "print(len('x' * 10 ** 10))", "out_of_memory", "MemoryError"),
                program("never ends", "while True:\n    pass", "timeout", "CPU time"),
                program("catches its end", CATCHING.formatted("while True: pass"), "timeout", "CPU time"),
                program("computes a huge integer", "print(9 ** 9 ** 9)", "timeout", "CPU time"),
                program("prints a huge integer", "print(9 ** 9 ** 5)", "raised", "ValueError: Exceeds the limit"),
                program("prints without end", "while True:\n    print('x' * 90)", "output_limit", "printed too much"),
                program("prints and catches", CATCHING.formatted("print('x' * 2000)"), "output_limit", "printed"),
                program("recurses deeply", "def f(n):\n    return f(n + 1)\nf(0)", "raised", "RecursionError"),
                program("nests parentheses", "(".repeat(500) + ")".repeat(500), "syntax_error", "too many nested"),
                program("nests operators", "print(" + "-".repeat(100_000) + "1)", "out_of_memory", "MemoryError"),
                program("stacks iterators", STACKING, "crashed", "SIGSEGV"),
                program("exits", "raise SystemExit(3)", "raised", "SystemExit: 3"));
    }

    static Stream<Arguments> programsPastTheScreen() {
        return Stream.of(
                program("reads a file past the guard", OS + "os['open']('/etc/passwd', 0)", "forbidden", "Perm"),
                program("lists the processes", OS + "print(len(os['listdir']('/proc')))", "forbidden", "Perm"),
                program("reads the environment", OS + "print(os['environ']['PATH'])", "raised", "KeyError: 'PATH'"),
                program("calls the kernel", OS + KERNEL, "not_a_number", "all refused"),
                program("forks without end", OS + "while True:\n    os['fork']()", "forbidden", "Perm"),
                program("becomes another program", OS + "os['execv']('/usr/bin/id', ['id'])", "forbidden", "Perm"),
                program("starts a program", OS + "os['posix_spawn']('/bin/sh', ['sh'], {})", "forbidden", "Perm"),
                program("kills its parent", OS + "os['kill'](os['getppid'](), 9)", "forbidden", "Perm"),
                program("kills the worker", OS + "os['kill'](2, 9)", "forbidden", "Perm"),
                program("kills everything", OS + "os['kill'](-1, 9)", "forbidden", "Perm"),
                program(
                        "raises its limits",
                        OS + "modules['resource'].setrlimit(9, (-1, -1))",
                        "raised",
                        "not allowed"),
                program("writes to standard output", OS + "os['write'](1, b'x' * 99)", "raised", "OSError: [Errno 9]"),
                program("writes to every file", OS + FLOOD, "forbidden", "wrote to the channel of the replies"),
                program("forges a reply", OS + FORGERY, "raised", "no attribute '_getframe'"),
                program(
                        "forges with another sys",
                        WALKING.formatted("typing.sys._getframe()"),
                        "not_a_number",
                        "999 kept"),
                program(
                        "walks from a traceback",
                        WALKING.formatted("e.__traceback__.tb_frame"),
                        "forbidden",
                        "tb_frame"),
                program(
                        "walks from a generator",
                        WALKING.formatted("(i for i in [1]).gi_frame"),
                        "forbidden",
                        "gi_frame"),
                program("traces itself", WALKING.formatted("typing.sys.settrace(print)"), "not_a_number", "999 kept"),
                program("asks the collector", OS + "print(len(modules['gc'].get_objects()))", "forbidden", "gc.get_"),
                program("looks for the worker", OS + "print(modules['__main__'].Channel)", "raised", "AttributeError"),
                program("ends its process", OS + "os['_exit'](0)", "no_result", "the program ended its process"),
                program("crashes the interpreter", OS + "modules['ctypes'].string_at(8)", "crashed", "SIGSEGV"),
                program("changes its own builtins", "__builtins__['len'] = 7\nprint(len('a'))", "raised", "TypeError"),
                program("changes builtins", CHANGING, "not_a_number", "changed"),
                program("stops the clock", OS + "modules['signal'].setitimer(2, 0)\nwhile 1:\n    1", "timeout", ""));
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                Arguments.of("print.__globals__['returned'] = None", "__globals__"),
                Arguments.of("print.__self__.printed = 7", "__self__"),
                Arguments.of(
                        "c = [c for c in object.__subclasses__() if c.__name__ == 'Channel'][0]", "__subclasses__"),
                Arguments.of("x = ().__class__.__base__", "__base__"),
                Arguments.of("def f():\n    return (lambda: [print.__func__ for _ in 'a'])()\nprint(f())", "__func__"),
                Arguments.of("print(getattr(print, '__glo' + 'bals__'))", "__globals__"),
                Arguments.of("print(hasattr(print, '__self__'))", "__self__"),
                Arguments.of("class S(str):\n    pass\nprint(getattr(print, S('__self__')))", "__self__"),
                Arguments.of("setattr(print, '__code__', 1)", "__code__"),
                Arguments.of("print(eval('pri' + 'nt.__self__'))", "__self__"),
                Arguments.of("exec('x = print.__self__')", "__self__"),
                Arguments.of("print(eval('().__class__.__base__', {}))", "__base__"),
                Arguments.of("print(compile('1', '', 'eval'))", "compile"),
                Arguments.of("print(vars(type)['__sub' + 'classes__'](object))", "vars"),
                Arguments.of("import operator\nprint(operator.attrgetter('a.__self__')(print))", "__self__"),
                Arguments.of(
                        "import operator\nprint(operator.methodcaller('__subclasses__')(object))", "__subclasses__"),
                Arguments.of("match print:\n    case object(__self__=run):\n        run.printed = 7", "__self__"),
                Arguments.of("from math import __loader__", "__loader__"),
                Arguments.of("print(__builtins__)", "__builtins__"),
                Arguments.of(
                        "class A:\n    def __reduce_ex__(self, n):\n        return 1\nprint(A())", "__reduce_ex__"),
                Arguments.of(
                        "class A:\n    def __getattribute__(self, n):\n        return 1\nprint(A().b)",
                        "__getattribute__"),
                Arguments.of("g = (i for i in [1])\nprint(g.gi_code)", "gi_code"),
                Arguments.of(
                        "try:\n    1 / 0\nexcept ZeroDivisionError as e:\n    print(e.__traceback__)", "__traceback__"),
                Arguments.of(
                        "class P:\n    def __enter__(self):\n        pass\n    def __exit__(self, a, b, c):\n"
                                + "        print(c.tb_frame)\nwith P():\n    1 / 0",
                        "tb_frame"),
                Arguments.of(
                        "from typing import NamedTuple\nprint(NamedTuple('P', [('a', 'print.x')]).__annotations__['a']._evaluate({}, {}, set()))",
                        "_evaluate"));
    }

    /** What the modules that a program gets do not have. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "import typing\nprint(typing.sys)",
                "import collections\nprint(collections._sys)",
                "import statistics\nprint(statistics.sys)",
                "import string\nprint(string.Formatter().get_field('0.__self__', (print,), {}))",
                "import functools\nprint(functools.update_wrapper(int, print, ('__self__',)))",
                "from typing import get_type_hints",
                "import copy\nprint(copy.copyreg)",
                "import re\nprint(re.copyreg)",
            })
    void givesNoWayOutThroughModules(String source) throws InterruptedException {
        assertThat(sandbox.runAll(List.of(Call.standalone("import heapq\n" + source))))
                .singleElement()
                .satisfies(outcomes -> assertThat(outcomes).singleElement().isInstanceOfSatisfying(Failed.class, it -> {
                    assertThat(it.reason()).isEqualTo("raised");
                    assertThat(it.detail()).containsPattern("AttributeError|ImportError");
                }));
    }

    /** Reads nothing, but looks like an end of ours. */
    @Test
    void wordsAnOutcomeForAStopOfTheProgramsOwn() throws InterruptedException {
        var source = "try:\n    open('a')\nexcept BaseException as e:\n    s = type(e)\n%s";

        assertThat(sandbox.runAll(List.of(
                        Call.standalone(source.formatted("print(1)")), Call.standalone(source.formatted("raise s")))))
                .allSatisfy(outcomes -> assertThat(outcomes).containsExactly(new Failed("forbidden", "open")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostilePrograms")
    void isContainedAndHurtsNobodyElse(String name, String source, String reason, String detail)
            throws InterruptedException {
        contains(sandbox, source, reason, detail);
    }

    /** The kernel says no to what would get past the screen. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("programsPastTheScreen")
    void isContainedEvenPastTheScreen(String name, String source, String reason, String detail)
            throws InterruptedException {
        contains(unscreened, source, reason, detail);
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void refusesNamesThatLeadToWhatRunsAProgram(String source, String name) throws InterruptedException {
        contains(sandbox, source, "forbidden", name);
    }

    private static void contains(ProcessSandbox sandbox, String source, String reason, String detail)
            throws InterruptedException {
        var before = Call.standalone("x = [abs(-3), len('four')]\nprint(x[0] + x[1])");
        var alone = Call.standalone(
                "import statistics, math\nprint(math.floor(statistics.mean([abs(-7), len('seven!!')])))");

        var outcomes = sandbox.runAll(List.of(before, alone, Call.standalone(source), alone, before));

        var seven = new ArrayList<>(outcomes);
        var hostile = seven.remove(2);
        assertThat(seven)
                .allSatisfy(outcome -> assertThat(outcome)
                        .singleElement()
                        .isInstanceOfSatisfying(
                                Returned.class,
                                it -> assertThat(it.value()).isEqualByComparingTo(BigDecimal.valueOf(7))));
        assertThat(hostile).singleElement().isInstanceOfSatisfying(Failed.class, it -> {
            assertThat(it.reason()).as(it.toString()).isEqualTo(reason);
            assertThat(it.detail()).contains(detail);
        });
    }

    private static Arguments program(String name, String source, String reason, String detail) {
        return Arguments.of(name, source, reason, detail);
    }
}
