package io.infinimill.generator.seed;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * An upload as numbered JSON lines: JSON lines as they are, a JSON array element by element, and CSV with a header row by
 * row. It holds one line at a time, and a line over the limit is skipped, not kept.
 */
final class UploadLines {

    /** A seed is a few kilobytes; a line of more than a megabyte is a mistake. */
    static final int LONGEST = 1 << 20;

    private static final int GZIP = 0x1F8B;
    private static final int ZIP = 0x504B;

    /** @param fault why there is no text, or null */
    record Line(
            long number, @Nullable String text, @Nullable String fault) {}

    /** Takes one line; the reader goes on whatever it makes of it. */
    interface Reader {
        void read(Line line);
    }

    private UploadLines() {}

    static void read(InputStream upload, Reader reader) throws IOException {
        var input = new BufferedInputStream(upload, 1 << 16);
        skipByteOrderMark(input);
        var fault = binary(input);
        if (fault != null) {
            reader.read(new Line(1, null, fault));
            return;
        }
        int first = firstCharacter(input);
        if (first == '[') {
            new ArrayElements(reader).read(input);
        } else if (Character.isLetter(first) || first == '"' || first > 0x7F) {
            var rows = new CsvRows(reader);
            lines(input, rows::take);
            rows.end();
        } else {
            lines(input, line -> {
                if (line.text() == null || !line.text().isEmpty()) {
                    reader.read(line);
                }
            });
        }
    }

    private static void skipByteOrderMark(BufferedInputStream input) throws IOException {
        input.mark(3);
        if (input.read() != 0xEF || input.read() != 0xBB || input.read() != 0xBF) {
            input.reset();
        }
    }

    /** Why the bytes are no UTF-8 text, judged by the first two, or null. */
    private static @Nullable String binary(BufferedInputStream input) throws IOException {
        input.mark(2);
        int first = input.read();
        int second = input.read();
        input.reset();
        boolean utf16 =
                first == 0 || second == 0 || (first == 0xFF && second == 0xFE) || (first == 0xFE && second == 0xFF);
        if (utf16) {
            return "the upload is UTF-16. Maybe convert it first: iconv -f UTF-16 -t UTF-8";
        }
        return switch (first << 8 | second) {
            case GZIP -> "the upload is compressed. Maybe add the header Content-Encoding: gzip";
            case ZIP -> "the upload is a zip archive. Maybe unpack it first";
            default -> null;
        };
    }

    private static int firstCharacter(BufferedInputStream input) throws IOException {
        input.mark(1 << 12);
        int read = 0;
        int next = input.read();
        while (next >= 0 && Character.isWhitespace(next) && ++read < 1 << 12) {
            next = input.read();
        }
        input.reset();
        return next;
    }

    /** Every line of the input, also the empty ones. */
    private static void lines(InputStream input, Reader reader) throws IOException {
        var text = new Bounded();
        long number = 1;
        int next = input.read();
        for (; next >= 0; next = input.read()) {
            if (next == '\n') {
                reader.read(text.line(number++));
                text.clear();
            } else {
                text.add(next);
            }
        }
        if (!text.isEmpty()) {
            reader.read(text.line(number));
        }
    }

    /** The bytes of one line, of which it keeps no more than the limit. */
    static final class Bounded {

        private final ByteBuffer bytes = ByteBuffer.allocate(LONGEST);
        private long size;

        void add(int next) {
            if (bytes.hasRemaining()) {
                bytes.put((byte) next);
            }
            size++;
        }

        boolean isEmpty() {
            return size == 0;
        }

        void clear() {
            bytes.clear();
            size = 0;
        }

        Line line(long number) {
            if (size > LONGEST) {
                return new Line(number, null, "the line has %,d bytes, more than %,d".formatted(size, LONGEST));
            }
            try {
                var text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(bytes.duplicate().flip());
                return new Line(number, text.toString(), null);
            } catch (CharacterCodingException e) {
                return new Line(number, null, "the line is not UTF-8");
            }
        }
    }
}
