package io.infinimill.generator.web;

import org.jspecify.annotations.Nullable;

/** Finds characters that the database and the topics cannot carry. */
public final class Characters {

    private Characters() {}

    /** What no text may hold, in words, or null where the text has none of it. */
    public static @Nullable String fault(String text) {
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character == 0) {
                return "the character U+0000, which cannot be stored";
            }
            if (Character.isSurrogate(character)) {
                boolean paired = Character.isHighSurrogate(character)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!paired) {
                    return "half a character, U+%04X".formatted((int) character);
                }
                i++;
            }
        }
        return null;
    }
}
