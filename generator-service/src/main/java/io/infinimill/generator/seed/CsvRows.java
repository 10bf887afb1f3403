package io.infinimill.generator.seed;

import io.infinimill.generator.seed.UploadLines.Line;
import io.infinimill.wire.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * CSV with a header (RFC 4180), fed line by line. A row that cannot be read costs its first line only: reading goes on
 * with the next.
 */
final class CsvRows {

    /** A quoted field with more lines has lost its closing quote. */
    private static final int MOST_LINES = 200;

    private final UploadLines.Reader reader;
    private final List<Line> open = new ArrayList<>();
    private List<String> header = List.of();
    private Row row = new Row();
    private long size;

    CsvRows(UploadLines.Reader reader) {
        this.reader = reader;
    }

    void take(Line line) {
        var text = line.text();
        if (text == null) {
            end();
            reader.read(line);
            return;
        }
        if (open.isEmpty() && text.isBlank()) {
            return;
        }
        open.add(line);
        size += text.length();
        row.feed(text.endsWith("\r") ? text.substring(0, text.length() - 1) : text);
        if (row.fault()) {
            giveUp("there is text between a closing quote and the next comma");
        } else if (!row.open()) {
            finish();
        } else if (open.size() > MOST_LINES || size > UploadLines.LONGEST) {
            giveUp("a quote is opened and not closed");
        }
    }

    void end() {
        while (!open.isEmpty()) {
            giveUp("a quote is opened and not closed");
        }
    }

    private void finish() {
        long number = open.getFirst().number();
        var fields = row.fields();
        reset();
        if (header.isEmpty()) {
            header = List.copyOf(fields);
        } else if (fields.size() > header.size()) {
            reader.read(new Line(
                    number, null, "the row has %d fields, the header %d".formatted(fields.size(), header.size())));
        } else {
            var named = new LinkedHashMap<String, String>();
            for (int i = 0; i < fields.size(); i++) {
                named.put(header.get(i), fields.get(i));
            }
            reader.read(new Line(number, Wire.MAPPER.writeValueAsString(named), null));
        }
    }

    private void giveUp(String fault) {
        var again = List.copyOf(open.subList(1, open.size()));
        long number = open.getFirst().number();
        reset();
        reader.read(new Line(number, null, "no CSV row: " + fault));
        again.forEach(this::take);
    }

    private void reset() {
        open.clear();
        row = new Row();
        size = 0;
    }

    /** The fields of one row, as far as it is known. */
    private static final class Row {

        private enum At {
            START,
            PLAIN,
            QUOTED,
            CLOSED,
            FAULT
        }

        private final List<String> fields = new ArrayList<>();
        private final StringBuilder field = new StringBuilder();
        private At at = At.START;

        void feed(String line) {
            for (int i = 0; i < line.length() && at != At.FAULT; i++) {
                feed(line.charAt(i));
            }
            if (at == At.QUOTED) {
                field.append('\n');
            } else if (at != At.FAULT) {
                next();
            }
        }

        private void feed(char character) {
            if (at == At.QUOTED) {
                if (character == '"') {
                    at = At.CLOSED;
                } else {
                    field.append(character);
                }
            } else if (character == ',') {
                next();
            } else if (character == '"' && at != At.PLAIN) {
                if (at == At.CLOSED) {
                    field.append('"');
                }
                at = At.QUOTED;
            } else if (at != At.CLOSED) {
                field.append(character);
                at = At.PLAIN;
            } else if (character != ' ') {
                at = At.FAULT;
            }
        }

        private void next() {
            fields.add(field.toString());
            field.setLength(0);
            at = At.START;
        }

        boolean open() {
            return at == At.QUOTED;
        }

        boolean fault() {
            return at == At.FAULT;
        }

        List<String> fields() {
            return fields;
        }
    }
}
