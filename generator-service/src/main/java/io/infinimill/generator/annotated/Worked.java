package io.infinimill.generator.annotated;

import java.util.List;

/**
 * A worked solution as it was read.
 *
 * @param lines its prose without the brackets of its annotations; empty where the solution is a bare formula
 * @param equations its computations in order
 */
record Worked(List<String> lines, List<Equation> equations) {

    Worked {
        lines = List.copyOf(lines);
        equations = List.copyOf(equations);
    }

    String line(Equation equation) {
        return equation.line() < lines.size() ? lines.get(equation.line()) : "";
    }
}
