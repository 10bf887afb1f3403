package io.infinimill.generator.web;

import java.nio.charset.StandardCharsets;

/** Texts of strangers as an error may quote them. */
public final class Shown {

    private static final int QUOTED = 100;
    private static final int DETAIL = 2_000;

    private Shown() {}

    /** The start of a text. */
    public static String quoted(Object text) {
        return cut(text.toString(), QUOTED, 0);
    }

    /** The start and the end of a long detail, where the advice stands; always characters that JSON can carry. */
    static String detail(String text) {
        return new String(cut(text, DETAIL, DETAIL / 4).getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static String cut(String text, int most, int end) {
        return text.length() <= most + end
                ? text
                : text.substring(0, most) + "..." + text.substring(text.length() - end);
    }
}
