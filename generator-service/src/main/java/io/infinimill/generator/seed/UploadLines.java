package io.infinimill.generator.seed;

import io.infinimill.wire.Wire;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MappingIterator;

/**
 * An upload as numbered JSON lines: JSON lines as they are, a JSON array element by element, and CSV with a header row by
 * row. It holds one line at a time, and a line over the limit is skipped, not kept.
 */
final class UploadLines {

    /** A seed is a few kilobytes; a line of more than a megabyte is a mistake. */
    static final int LONGEST = 1 << 20;

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

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
        int first = firstCharacter(input);
        if (first == '[') {
            array(input, reader);
        } else if (first == '{' || first < 0) {
            lines(input, reader);
        } else if (Character.isLetter(first)) {
            csv(input, reader);
        } else {
            lines(input, reader);
        }
    }

    private static void skipByteOrderMark(BufferedInputStream input) throws IOException {
        input.mark(3);
        if (input.read() != 0xEF || input.read() != 0xBB || input.read() != 0xBF) {
            input.reset();
        }
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

    private static void lines(InputStream input, Reader reader) throws IOException {
        var bytes = ByteBuffer.allocate(LONGEST);
        boolean tooLong = false;
        long size = 0;
        long number = 1;
        for (int next = input.read(); ; next = input.read()) {
            if (next >= 0 && next != '\n') {
                size++;
                if (bytes.hasRemaining()) {
                    bytes.put((byte) next);
                } else {
                    tooLong = true;
                }
                continue;
            }
            if (size > 0) {
                reader.read(tooLong ? tooLong(number, size) : decode(number, bytes.flip()));
            }
            bytes.clear();
            tooLong = false;
            size = 0;
            number++;
            if (next < 0) {
                return;
            }
        }
    }

    private static Line tooLong(long number, long size) {
        return new Line(number, null, "the line has %,d bytes, more than %,d".formatted(size, LONGEST));
    }

    private static Line decode(long number, ByteBuffer bytes) {
        try {
            return new Line(
                    number, StandardCharsets.UTF_8.newDecoder().decode(bytes).toString(), null);
        } catch (CharacterCodingException e) {
            return new Line(number, null, "the line is not UTF-8");
        }
    }

    private static void csv(InputStream input, Reader reader) throws IOException {
        var text = new InputStreamReader(input, StandardCharsets.UTF_8);
        try (var rows = CSVParser.parse(text, CSV)) {
            var iterator = rows.iterator();
            while (iterator.hasNext()) {
                var row = iterator.next();
                reader.read(new Line(rows.getCurrentLineNumber(), Wire.MAPPER.writeValueAsString(row.toMap()), null));
            }
        } catch (UncheckedIOException | IllegalArgumentException e) {
            reader.read(new Line(1, null, "the CSV cannot be read on: " + e.getMessage()));
        }
    }

    private static void array(InputStream input, Reader reader) {
        try (MappingIterator<JsonNode> elements =
                Wire.MAPPER.readerFor(JsonNode.class).readValues(input)) {
            while (true) {
                int line = elements.currentLocation().getLineNr();
                try {
                    if (!elements.hasNext()) {
                        return;
                    }
                    reader.read(new Line(line, elements.next().toString(), null));
                } catch (JacksonException e) {
                    reader.read(new Line(line, null, "the rest cannot be read: " + e.getOriginalMessage()));
                    return;
                }
            }
        }
    }
}
