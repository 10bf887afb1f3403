package io.infinimill.teacher.fake;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Bytes of HTTP/1.1 responses. */
final class Http {

    private Http() {}

    static byte[] ok(byte[] body) {
        return response("200 OK", "", body);
    }

    /** A response that announces more than it holds. */
    static byte[] cutOff(byte[] body) {
        var whole = ok(body);
        return Arrays.copyOf(whole, whole.length - body.length / 2);
    }

    static byte[] failure(int status, String message, @Nullable Duration retryAfter) {
        var advice = retryAfter == null ? "" : "Retry-After: " + seconds(retryAfter) + "\r\n";
        var body = JsonMapper.shared().writeValueAsBytes(Map.of("error", Map.of("message", message, "code", status)));
        return response(status + " Failure", advice, body);
    }

    /** Whole seconds by the standard; some servers send fractions, which keeps tests short. */
    private static String seconds(Duration duration) {
        return duration.toMillisPart() == 0
                ? Long.toString(duration.toSeconds())
                : Double.toString(duration.toMillis() / 1000.0);
    }

    private static byte[] response(String status, String headers, byte[] body) {
        var head = ("HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\n" + headers + "Content-Length: "
                        + body.length + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        var whole = Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, whole, head.length, body.length);
        return whole;
    }
}
