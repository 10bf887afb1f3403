package io.infinimill.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which programs may share an interpreter: asks simplicity.py itself. */
class SimplicityTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def f(a, b):\n    \"\"\"Sum.\"\"\"\n    c = a * b\n    return c - a",
                "def f(a: int, b: float = 2) -> float:\n    return round(a / b, 2)",
                "import math\ndef f(a):\n    return math.ceil(math.sqrt(a)) if a > 0 else -a",
                "from math import pi, floor\nprint(floor(pi))",
                "from fractions import Fraction\nprint(Fraction(1, 3).denominator)",
                "from decimal import Decimal\nprint(Decimal('0.1') * 3)",
                "from functools import reduce\nprint(reduce(lambda a, b: a * b, [1, 2]))",
                "import itertools\nprint(len(list(itertools.combinations(range(4), 2))))",
                "total: int = 0\nfor i in range(9):\n    total += i ** 2\nprint(f'{total:.2f}')",
                "x = {}\nx['a'] = [1, 2]\nx['a'].append(3)\nwhile x['a']:\n    x['a'].pop()\nprint(len(x))",
                "def f(n):\n    return 1 if n == 0 else n * f(n - 1)\nprint(f(5))",
                "print(sum(x for x in range(9) if x % 2), [y for y in (1, 2)], {1, 2}, {i: i for i in (1,)})",
                "def f(a):\n    assert a > 0\n    if a > 9:\n        raise ValueError('large')\n    return a",
                "if __name__ == '__main__':\n    print(max([1, 2], key=lambda x: -x))",
                "def f(a):\n    def g():\n        nonlocal a\n        a += 1\n        return a\n    return g()",
                "a, *b = 1, 2, 3\nprint(b[0:1], a if b else 0, a is None, 1 in b, *b, sep='-')",
            })
    void letsProgramsShareThatOnlyCompute(String source) throws IOException, InterruptedException {
        assertThat(isSimple(source)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import math as m\nm.floor = 3",
                "from math import __loader__",
                "from fractions import *",
                "print(open('/etc/passwd'))",
                "print(eval('1'))",
                "print(().__class__)",
                "print(''.format)",
                "print('{0.__class__}'.format(1))",
                "print(getattr(1, 'real'))",
                "print(globals())",
                "print(__builtins__)",
                "__import__('os')",
                "def f():\n    return __builtins__",
                "print((lambda: (lambda: print.__self__)())())",
                "g = (1 for _ in [1])\nprint(g.gi_frame.f_back)",
                "try:\n    1 / 0\nexcept ZeroDivisionError:\n    pass",
                "try:\n    1\nfinally:\n    print(1)",
                "with print:\n    pass",
                "class A:\n    def __del__(self):\n        pass",
                "type('A', (), {})",
                "def f():\n    pass\nf.a = 1",
                "del f.a",
                "async def f():\n    pass",
                "def f():\n    yield from f()",
                "match 1:\n    case int(x):\n        pass",
                "print(hash('a'), id(1))",
                "x = [c for c in [].__iter__()]",
                "print(vars(print))",
            })
    void sendsAllOthersToAnInterpreterOfTheirOwn(String source) throws IOException, InterruptedException {
        assertThat(isSimple(source)).isFalse();
    }

    private static boolean isSimple(String program) throws IOException, InterruptedException {
        try (var simplicity = Sandbox.class.getResourceAsStream("simplicity.py")) {
            assertThat(simplicity).isNotNull();
            var script = new String(simplicity.readAllBytes(), StandardCharsets.UTF_8)
                    + "\nprint(is_simple(compile(sys.argv[1], 'program', 'exec')))";
            var python = new ProcessBuilder("/usr/bin/python3", "-I", "-S", "-c", script, program)
                    .redirectErrorStream(true)
                    .start();
            var printed = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            assertThat(python.waitFor()).as(printed).isZero();
            assertThat(printed).isIn("True", "False");
            return printed.equals("True");
        }
    }
}
