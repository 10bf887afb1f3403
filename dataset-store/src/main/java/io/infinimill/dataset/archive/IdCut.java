package io.infinimill.dataset.archive;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Takes the id out of an event whose key holds it, and puts it back. A zero byte, which JSON cannot contain, marks the
 * place.
 */
final class IdCut {

    private static final byte[] BEFORE = "\"id\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final int DIGITS = 32;

    private IdCut() {}

    static byte[] without(byte[] event, UUID id) {
        var hex = Key.hex(id).getBytes(StandardCharsets.US_ASCII);
        int at = indexOf(event, BEFORE, hex);
        if (at < 0) {
            return event;
        }
        var cut = new byte[event.length - DIGITS + 1];
        System.arraycopy(event, 0, cut, 0, at);
        System.arraycopy(event, at + DIGITS, cut, at + 1, event.length - at - DIGITS);
        return cut;
    }

    static byte[] with(byte[] cut, UUID id) {
        int at = 0;
        while (at < cut.length && cut[at] != 0) {
            at++;
        }
        if (at == cut.length) {
            return cut;
        }
        var hex = Key.hex(id).getBytes(StandardCharsets.US_ASCII);
        var event = Arrays.copyOf(cut, cut.length + DIGITS - 1);
        System.arraycopy(hex, 0, event, at, DIGITS);
        System.arraycopy(cut, at + 1, event, at + DIGITS, cut.length - at - 1);
        return event;
    }

    private static int indexOf(byte[] bytes, byte[] before, byte[] sought) {
        for (int i = 0; i <= bytes.length - before.length - sought.length; i++) {
            int start = i + before.length;
            if (bytes[i] == before[0]
                    && Arrays.equals(bytes, i, start, before, 0, before.length)
                    && Arrays.equals(bytes, start, start + sought.length, sought, 0, sought.length)) {
                return start;
            }
        }
        return -1;
    }
}
