package io.infinimill.generator.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.infinimill.generator.web.InvalidRequest;
import org.junit.jupiter.api.Test;

class StreamPositionTest {

    @Test
    void printsWhatItReads() {
        assertThat(StreamPosition.parse("1:4,0:17")).hasToString("0:17,1:4");
    }

    @Test
    void refusesTheIdOfAnotherStream() {
        assertThatExceptionOfType(InvalidRequest.class)
                .isThrownBy(() -> StreamPosition.parse("abc"))
                .withMessage("Last-Event-ID 'abc' is none of this stream's");
    }
}
