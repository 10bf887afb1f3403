package io.infinimill.teacher;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What every teacher does whose model runs in this process. The one under test has a context of 512 tokens. */
public abstract class LocalModelContract extends TeacherContract {

    @Override
    protected boolean seesImages() {
        return false;
    }

    @Test
    void whatDoesNotFitInTheContextIsRefused() {
        var request = ChatRequest.of(Sampling.of(0, 10), Message.user("again and ".repeat(1000)));

        assertThatExceptionOfType(TeacherException.Refused.class)
                .isThrownBy(() -> teacher().ask(request))
                .withMessageContaining("do not fit in the context of 512");
    }
}
