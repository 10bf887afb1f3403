package io.infinimill.bench;

/** Programs of the shape that samples have: a function with docstring and a comment a line. */
final class ProgramTexts {

    static final String NAME = "eggs_left";

    private ProgramTexts() {}

    static int answer(int boxes, int eggs) {
        return boxes * eggs - boxes * eggs / 4;
    }

    static String function(int number) {
        return """
                def eggs_left(boxes, eggs):
                    \"""Purpose: eggs that are left of delivery %d.
                    Variables: boxes (integer, at least 0), eggs (integer, at least 1).
                    Expected output: eggs left.\"""
                    # all eggs
                    all_eggs = boxes * eggs
                    # the broken ones
                    broken_%d = all_eggs // 4
                    # what is left
                    left = all_eggs - broken_%d
                    return left
                """.formatted(number, number, number);
    }

    static String standalone(int number) {
        return function(number) + "\n\nprint(eggs_left(%d, 12))\n".formatted(number);
    }

    /** An exception handler makes a program one that gets a process of its own. */
    static String other(int number) {
        return function(number) + """

                try:
                    print(eggs_left(%d, 12))
                except ZeroDivisionError:
                    print(0)
                """.formatted(number);
    }
}
