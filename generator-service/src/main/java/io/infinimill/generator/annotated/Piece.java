package io.infinimill.generator.annotated;

import java.util.Set;

/**
 * A sentence of a worked text with its placeholders.
 *
 * @param line of the solution that it stands for
 * @param uses the steps whose results it shows
 * @param gives the steps that it computes
 */
record Piece(int line, String text, Set<Integer> uses, Set<Integer> gives) {

    Piece {
        uses = Set.copyOf(uses);
        gives = Set.copyOf(gives);
    }
}
