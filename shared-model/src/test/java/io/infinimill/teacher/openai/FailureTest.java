package io.infinimill.teacher.openai;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.teacher.TeacherException.Overloaded;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-03-01T12:00:00Z"));

    @ParameterizedTest
    @CsvSource({
        "400, , Refused",
        "401, , Refused",
        "404, , Refused",
        "408, , TimedOut",
        "413, , Refused",
        "429, , Overloaded",
        "429, 3, Overloaded",
        "500, , Unavailable",
        "502, , Unavailable",
        "503, , Unavailable",
        "503, 5, Overloaded",
        "504, , TimedOut",
        "529, , Overloaded",
        "301, , Refused",
    })
    void aStatusIsAKindOfFailure(int status, @Nullable String retryAfter, String type) {
        assertThat(new Failure(status, "", retryAfter)
                        .exception(CLOCK)
                        .getClass()
                        .getSimpleName())
                .isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | PT3S",
                "0.25 | PT0.25S",
                "Sun, 1 Mar 2026 12:00:30 GMT | PT30S",
                "Sun, 1 Mar 2026 11:00:00 GMT | PT0S",
            })
    void retryAfterIsSecondsOrADate(String header, Duration wait) {
        assertThat(new Failure(429, "", header).exception(CLOCK))
                .isInstanceOfSatisfying(
                        Overloaded.class,
                        overloaded -> assertThat(overloaded.retryAfter()).contains(wait));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"error\":{\"message\":\"prompt too long\",\"code\":\"context_length_exceeded\"}}"
                        + " | status 400: prompt too long (context_length_exceeded)",
                "{\"error\":\"bad\"} | status 400: bad",
                "<html>no</html> | status 400: <html>no</html>",
            })
    void theTeachersOwnWordsAreTheMessage(String body, String message) {
        assertThat(new Failure(400, body, null).exception(CLOCK)).hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = "{\"error\":{\"message\":\"pay\",\"code\":\"insufficient_quota\"}} | Refused")
    void aQuotaThatIsUsedUpIsNotWaitedFor(String body, String type) {
        assertThat(new Failure(429, body, null).exception(CLOCK).getClass().getSimpleName())
                .isEqualTo(type);
    }
}
