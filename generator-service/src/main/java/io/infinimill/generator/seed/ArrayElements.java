package io.infinimill.generator.seed;

import io.infinimill.generator.seed.UploadLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Cuts a JSON array into the texts of its elements; an element that is no JSON does not take the others with it. */
final class ArrayElements {

    private final UploadLines.Reader reader;
    private final UploadLines.Bounded text = new UploadLines.Bounded();
    private long line = 1;
    private long start = 1;
    private int depth;
    private boolean quoted;
    private boolean escaped;

    ArrayElements(UploadLines.Reader reader) {
        this.reader = reader;
    }

    void read(InputStream input) throws IOException {
        for (int next = input.read(); next != '['; next = input.read()) {
            count(next);
        }
        for (int next = input.read(); next >= 0; next = input.read()) {
            if (depth == 0 && !quoted && next == ']') {
                finish();
                rest(input);
                return;
            }
            take(next);
            count(next);
        }
        finish();
        reader.read(new Line(line, null, "the array has no end. Maybe the upload was cut off"));
    }

    private void take(int next) {
        if (quoted) {
            quoted = next != '\n' && (escaped || next != '"');
            escaped = quoted && !escaped && next == '\\';
        } else if (depth == 0 && next == ',') {
            finish();
            return;
        } else if (next == '"') {
            quoted = true;
        } else if (next == '{' || next == '[') {
            depth++;
        } else if (depth > 0 && (next == '}' || next == ']')) {
            depth--;
        } else if (text.isEmpty() && Character.isWhitespace(next)) {
            return;
        }
        if (text.isEmpty()) {
            start = line;
        }
        text.add(next);
    }

    private void finish() {
        if (!text.isEmpty()) {
            var element = text.line(start);
            var json = element.text();
            reader.read(json == null ? element : new Line(start, json.strip(), null));
            text.clear();
        }
        depth = 0;
        quoted = false;
        escaped = false;
    }

    private void rest(InputStream input) throws IOException {
        for (int next = input.read(); next >= 0; next = input.read()) {
            count(next);
            if (!Character.isWhitespace(next)) {
                reader.read(new Line(line, null, "there is text after the end of the array"));
                input.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private void count(int next) {
        if (next == '\n') {
            line++;
        }
    }
}
