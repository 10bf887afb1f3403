package io.infinimill.generator.annotated;

import io.infinimill.arithmetic.Rational;
import java.util.ArrayList;
import java.util.List;

/** Finds the operands of an annotation among the numbers of the prose before it: the longest common sequence, to the right. */
final class Alignment {

    private static final Rational HUNDRED = Rational.of(100);

    private Alignment() {}

    static List<Operand> align(List<Operand> operands, List<TextNumber> numbers) {
        int[][] best = new int[operands.size() + 1][numbers.size() + 1];
        for (int i = 1; i <= operands.size(); i++) {
            for (int j = 1; j <= numbers.size(); j++) {
                best[i][j] = Math.max(best[i - 1][j], best[i][j - 1]);
                if (same(operands.get(i - 1), numbers.get(j - 1))) {
                    best[i][j] = Math.max(best[i][j], best[i - 1][j - 1] + 1);
                }
            }
        }
        List<Operand> shown = new ArrayList<>(operands);
        int i = operands.size();
        int j = numbers.size();
        while (i > 0 && j > 0) {
            if (same(operands.get(i - 1), numbers.get(j - 1)) && best[i][j] == best[i - 1][j - 1] + 1) {
                var number = numbers.get(--j);
                shown.set(--i, operands.get(i).at(number.start(), number.end()));
            } else if (best[i][j] == best[i][j - 1]) {
                j--;
            } else {
                i--;
            }
        }
        return shown;
    }

    private static boolean same(Operand operand, TextNumber number) {
        return operand.value().equals(number.value())
                || (number.percent() && operand.value().times(HUNDRED).equals(number.value()));
    }
}
