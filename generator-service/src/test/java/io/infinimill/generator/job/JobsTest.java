package io.infinimill.generator.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.generator.TestGenerator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private final TestGenerator generator = new TestGenerator();
    private final Jobs jobs = generator.bean(Jobs.class);

    @BeforeEach
    void insert() {
        jobs.insert("job-1", TestGenerator.RECIPE, "hash", null, "data", null);
    }

    @AfterEach
    void close() {
        generator.close();
    }

    @Test
    void whatStoppedAJobBeforeItWasResumedDoesNotStopItAgain() {
        var seen = job();
        jobs.stop(seen, "the budget is used up");
        assertThat(job().state()).isEqualTo(JobState.PAUSED);

        jobs.change("job-1", List.of(JobState.PAUSED), JobState.RUNNING, null);
        jobs.stop(seen, "the budget is used up");
        assertThat(job().state()).isEqualTo(JobState.RUNNING);
        assertThat(job().message()).isNull();

        jobs.stop(job(), "the larger budget is used up");
        assertThat(job().state()).isEqualTo(JobState.PAUSED);
        assertThat(job().message()).isEqualTo("the larger budget is used up");
    }

    private Job job() {
        return jobs.find("job-1").orElseThrow();
    }
}
