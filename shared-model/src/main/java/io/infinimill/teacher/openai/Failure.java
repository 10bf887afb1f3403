package io.infinimill.teacher.openai;

import io.infinimill.teacher.TeacherException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a response that is no reply means.
 *
 * @param retryAfter the header, seconds or a date
 */
record Failure(int status, String body, @Nullable String retryAfter) {

    private static final int TOO_MANY = 429;
    private static final int OVERLOADED = 529;
    private static final int BUSY = 503;
    private static final Set<Integer> SLOW = Set.of(408, 504);
    private static final int SERVER_FAILURES = 500;
    private static final Set<Integer> REQUEST_AT_FAULT = Set.of(400, 413, 422);

    /** A 429 that no waiting mends. */
    private static final String NO_MONEY = "insufficient_quota";

    TeacherException exception(InstantSource clock) {
        var wait = wait(clock);
        var message = "status %d: %s".formatted(status, message());
        if (status == TOO_MANY && message().contains(NO_MONEY)) {
            return TeacherException.Refused.any(message);
        }
        if (status == TOO_MANY || status == OVERLOADED || (status == BUSY && wait != null)) {
            return new TeacherException.Overloaded(message, wait);
        }
        if (SLOW.contains(status)) {
            return new TeacherException.TimedOut(message, null);
        }
        if (status >= SERVER_FAILURES) {
            return new TeacherException.Unavailable(message, null);
        }
        return REQUEST_AT_FAULT.contains(status)
                ? TeacherException.Refused.onlyThis(message)
                : TeacherException.Refused.any(message);
    }

    private @Nullable Duration wait(InstantSource clock) {
        if (retryAfter == null) {
            return null;
        }
        try {
            return Duration.ofMillis(Math.max(0, Math.round(Double.parseDouble(retryAfter) * 1000)));
        } catch (NumberFormatException notSeconds) {
            try {
                var then = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
                var wait = Duration.between(clock.instant(), then.toInstant());
                return wait.isNegative() ? Duration.ZERO : wait;
            } catch (DateTimeParseException neither) {
                return null;
            }
        }
    }

    /** The teacher's own words: {@code {"error": {"message", "code"}}}, or the start of whatever it sent. */
    private String message() {
        try {
            var error = JsonMapper.shared().readTree(body).path("error");
            var said = error.path("message").asString(error.asString(body));
            return ReplyJson.shortened(said) + error.path("code").asString("").transform(Failure::inBrackets);
        } catch (JacksonException e) {
            return ReplyJson.shortened(body.strip());
        }
    }

    private static String inBrackets(String code) {
        return code.isEmpty() ? "" : " (" + code + ")";
    }
}
