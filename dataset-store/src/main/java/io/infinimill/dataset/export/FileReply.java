package io.infinimill.dataset.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * Answers with a file that never changes under its tag: 304 to who has it, 206 for a range of it (one; to several it
 * answers with the whole, as it may), 416 for a range beyond its end, 412 to who wants another.
 */
final class FileReply {

    private static final int BUFFER = 1 << 18;

    private final String tag;
    private final Map<String, String> headers;
    private final HttpServletRequest request;
    private final HttpServletResponse response;

    FileReply(String tag, Map<String, String> headers, HttpServletRequest request, HttpServletResponse response) {
        this.tag = "\"" + tag + "\"";
        this.headers = headers;
        this.request = request;
        this.response = response;
    }

    /** Makes the file, if it is needed. */
    interface Source {
        Path file() throws IOException;
    }

    /** How many bytes of the file were sent. */
    long send(Source source) throws IOException {
        var match = request.getHeader(HttpHeaders.IF_MATCH);
        if (match != null && !has(match)) {
            throw otherThan(match);
        }
        if (has(request.getHeader(HttpHeaders.IF_NONE_MATCH))) {
            describe();
            response.setStatus(HttpStatus.NOT_MODIFIED.value());
            return 0;
        }
        try (var file = FileChannel.open(source.file())) {
            return send(file);
        }
    }

    private long send(FileChannel file) throws IOException {
        long size = file.size();
        var range = range();
        long from = range == null ? 0 : range.getRangeStart(size);
        long to = range == null ? size - 1 : range.getRangeEnd(size);
        if (range != null && (from >= size || from > to)) {
            throw beyond(size);
        }
        describe();
        if (range != null) {
            response.setStatus(HttpStatus.PARTIAL_CONTENT.value());
            response.setHeader(HttpHeaders.CONTENT_RANGE, "bytes %d-%d/%d".formatted(from, to, size));
        }
        response.setContentLengthLong(to - from + 1);
        return request.getMethod().equals("HEAD") ? 0 : copy(file, from, to - from + 1);
    }

    /** Set late, so that a failure is answered as a problem and not as a file. */
    private void describe() {
        headers.forEach(response::setHeader);
        response.setHeader(HttpHeaders.ETAG, tag);
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
    }

    private ErrorResponseException otherThan(String match) {
        var status = HttpStatus.PRECONDITION_FAILED;
        var detail = "If-Match is %s, the file is %s".formatted(match, tag);
        return new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
    }

    private ErrorResponseException beyond(long size) {
        var status = HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE;
        var detail = "range '%s' is beyond the end, %d bytes".formatted(request.getHeader(HttpHeaders.RANGE), size);
        var beyond = new ErrorResponseException(status, ProblemDetail.forStatusAndDetail(status, detail), null);
        beyond.getHeaders().set(HttpHeaders.CONTENT_RANGE, "bytes */" + size);
        return beyond;
    }

    private long copy(FileChannel file, long from, long count) throws IOException {
        var out = response.getOutputStream();
        var buffer = ByteBuffer.allocate(BUFFER);
        long sent = 0;
        while (sent < count) {
            int read = file.read(buffer.clear().limit((int) Math.min(BUFFER, count - sent)), from + sent);
            if (read < 0) {
                throw new EOFException("the file of " + tag + " ends before its size");
            }
            out.write(buffer.array(), 0, read);
            sent += read;
        }
        return sent;
    }

    private @Nullable HttpRange range() {
        var header = request.getHeader(HttpHeaders.RANGE);
        var condition = request.getHeader(HttpHeaders.IF_RANGE);
        if (header == null || (condition != null && !condition.equals(tag))) {
            return null;
        }
        try {
            var ranges = HttpRange.parseRanges(header);
            return ranges.size() == 1 ? ranges.getFirst() : null;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private boolean has(@Nullable String tags) {
        return tags != null
                && List.of(tags.split(",")).stream()
                        .map(String::strip)
                        .anyMatch(known -> known.equals("*") || known.equals(tag) || known.equals("W/" + tag));
    }
}
