package io.infinimill.program;

import io.infinimill.program.Outcome.Failed;
import io.infinimill.program.Outcome.Returned;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Requests to and replies from a worker, as worker.py describes them. A reply may have been forged by a program. */
final class WireFormat {

    /** Digits of a reply's number, before and after the point; a double has at most 309 before and 341 after it. */
    private static final int MAX_DIGITS = 400;

    private static final int MAX_DETAIL = 300;
    private static final Failed MALFORMED = new Failed("forbidden", "malformed reply");
    private static final JsonMapper JSON = JsonMapper.shared();

    private WireFormat() {}

    private record Request(String source, @Nullable String function, List<Map<String, Number>> arguments) {}

    private record Reply(
            @Nullable BigDecimal value,
            @Nullable Map<String, BigDecimal> locals,
            @Nullable String reason,
            @Nullable String detail) {}

    static byte[] request(List<Call> calls) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(calls.size());
            for (var call : calls) {
                var program = call.program();
                var body =
                        JSON.writeValueAsBytes(new Request(program.source(), program.function(), call.argumentSets()));
                out.writeInt(call.argumentSets().size());
                out.writeInt(body.length);
                out.write(body);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Outcome outcome(byte[] json) {
        try {
            var reply = JSON.readValue(json, Reply.class);
            if (reply != null && reply.value() != null && reply.locals() != null) {
                var sane = isSane(reply.value())
                        && reply.locals().values().stream().allMatch(WireFormat::isSane);
                return sane ? new Returned(reply.value(), reply.locals()) : MALFORMED;
            }
            if (reply == null || reply.detail() == null || !Failed.REASONS.contains(String.valueOf(reply.reason()))) {
                return MALFORMED;
            }
            var detail = reply.detail();
            return new Failed(
                    String.valueOf(reply.reason()), detail.substring(0, Math.min(detail.length(), MAX_DETAIL)));
        } catch (JacksonException e) {
            return MALFORMED;
        }
    }

    private static boolean isSane(@Nullable BigDecimal value) {
        return value != null && value.precision() <= MAX_DIGITS && Math.abs(value.scale()) <= MAX_DIGITS;
    }
}
