package io.infinimill.arithmetic;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.arithmetic.Expression.Call;
import io.infinimill.arithmetic.Expression.Literal;
import io.infinimill.arithmetic.Expression.Name;
import io.infinimill.arithmetic.Expression.Negation;
import io.infinimill.arithmetic.Expression.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random expressions, printed, mean the same to Python's own parser: its exact fractions give the same value. */
class ExpressionPythonTest {

    private static final int CASES = 6000;

    private static final Map<String, Rational> VALUES =
            Map.of("x", Rational.of(7), "y", Rational.of(-3), "z", Rational.parse("2.25"));

    /** Every number becomes a Fraction before Python evaluates, and so does every int it computes, lest {@code /} round. */
    private static final String SCRIPT = """
            import ast, sys
            from fractions import Fraction
            from math import floor, ceil

            def exact(argument):
                return ast.Call(func=ast.Name(id='Fraction', ctx=ast.Load()), args=[argument], keywords=[])

            class Exact(ast.NodeTransformer):
                def visit_Constant(self, node):
                    return exact(ast.Constant(value=ast.get_source_segment(line, node)))

                def visit_BinOp(self, node):
                    self.generic_visit(node)
                    return exact(node) if isinstance(node.op, ast.FloorDiv) else node

            names = {'Fraction': Fraction, 'abs': abs, 'min': min, 'max': max,
                     'floor': lambda value: Fraction(floor(value)), 'ceil': lambda value: Fraction(ceil(value)),
                     'x': Fraction(7), 'y': Fraction(-3), 'z': Fraction('2.25')}
            for line in open(sys.argv[1]):
                line = line.strip()
                try:
                    tree = ast.fix_missing_locations(Exact().visit(ast.parse(line, mode='eval')))
                    value = Fraction(eval(compile(tree, 'line', 'eval'), names))
                    print(f'{value.numerator}/{value.denominator}')
                except ZeroDivisionError:
                    print('division by zero')
            """;

    @Test
    void pythonGivesTheSameValues(@TempDir Path folder) throws IOException, InterruptedException {
        var random = new Random(2026);
        var expressions = new ArrayList<Expression>();
        for (int i = 0; i < CASES; i++) {
            expressions.add(random(random, 5));
        }
        var lines = expressions.stream().map(Expression::print).toList();
        var printed = Files.write(folder.resolve("expressions.txt"), lines);

        var answers = python(printed);

        assertThat(answers).hasSize(CASES);
        int values = 0;
        for (int i = 0; i < CASES; i++) {
            var value = value(expressions.get(i));
            assertThat(value).as(lines.get(i)).isEqualTo(answers.get(i));
            assertThat(value(Expression.parse(lines.get(i)))).as(lines.get(i)).isEqualTo(value);
            assertThat(Expression.parse(lines.get(i)).print()).isEqualTo(lines.get(i));
            values += value.contains("/") ? 1 : 0;
        }
        assertThat(values).as("cases that have a value").isGreaterThan(CASES / 2);
    }

    private static String value(Expression expression) {
        try {
            var value = expression.evaluate(VALUES);
            return value.numerator() + "/" + value.denominator();
        } catch (ArithmeticException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static Expression random(Random random, int depth) {
        if (depth == 0 || random.nextInt(5) == 0) {
            return switch (random.nextInt(3)) {
                case 0 -> new Name(List.of("x", "y", "z").get(random.nextInt(3)));
                case 1 -> new Literal(Rational.of(random.nextInt(-12, 100)));
                default -> new Literal(Rational.parse(random.nextInt(-5, 20) + "." + random.nextInt(1, 1000)));
            };
        }
        return switch (random.nextInt(10)) {
            case 0 -> new Negation(random(random, depth - 1));
            case 1 -> new Operation("**", random(random, depth - 1), new Literal(Rational.of(random.nextInt(-2, 4))));
            case 2 -> new Call("floor", List.of(random(random, depth - 1)));
            case 3 -> new Call("ceil", List.of(random(random, depth - 1)));
            case 4 ->
                new Call(
                        List.of("min", "max").get(random.nextInt(2)),
                        List.of(random(random, depth - 1), random(random, depth - 1)));
            case 5 -> new Call("abs", List.of(random(random, depth - 1)));
            default ->
                new Operation(
                        List.of("+", "-", "*", "/", "//", "%").get(random.nextInt(6)),
                        random(random, depth - 1),
                        random(random, depth - 1));
        };
    }

    private static List<String> python(Path expressions) throws IOException, InterruptedException {
        var process = new ProcessBuilder("/usr/bin/python3", "-I", "-S", "-c", SCRIPT, expressions.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output.lines().toList();
    }
}
