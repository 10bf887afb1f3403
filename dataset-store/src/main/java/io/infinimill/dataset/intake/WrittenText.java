package io.infinimill.dataset.intake;

import io.infinimill.wire.Wire;

/**
 * Refuses events with half a surrogate pair: JSON can carry one, escaped, but readers of exports refuse the file that holds it,
 * so one such sample would spoil every export.
 */
final class WrittenText {

    private static final int SURROGATE_LEAD = 0xED;
    private static final int FIRST_SURROGATE_TRAIL = 0xA0;

    private WrittenText() {}

    /** @throws IllegalArgumentException for an event with such text */
    static <T> T writable(byte[] bytes, T event) {
        if (suspicious(bytes) && escapesSurrogate(Wire.write(event))) {
            throw new IllegalArgumentException("text has half a surrogate pair, which no UTF-8 file can hold");
        }
        return event;
    }

    /** Whether there is an escape or an encoding of a surrogate; most events have neither. */
    private static boolean suspicious(byte[] bytes) {
        for (int i = 0; i < bytes.length - 2; i++) {
            if (bytes[i] == '\\' && bytes[i + 1] == 'u' && (bytes[i + 2] | 0x20) == 'd') {
                return true;
            }
            if ((bytes[i] & 0xFF) == SURROGATE_LEAD && (bytes[i + 1] & 0xFF) >= FIRST_SURROGATE_TRAIL) {
                return true;
            }
        }
        return false;
    }

    /** Pairs are written as UTF-8; what is left is half of one. */
    private static boolean escapesSurrogate(byte[] written) {
        for (int i = 0; i < written.length - 2; i++) {
            if (written[i] == '\\') {
                if (written[i + 1] == 'u' && written[i + 2] == 'D') {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
