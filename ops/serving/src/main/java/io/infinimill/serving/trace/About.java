package io.infinimill.serving.trace;

import io.infinimill.model.Sample;
import org.slf4j.MDC;

/** What the lines of the log are about until it is closed: fields {@code job} and {@code sample} of each, by the MDC. */
public final class About implements AutoCloseable {

    private static final String JOB = "job";
    private static final String SAMPLE = "sample";

    private About() {}

    public static About sample(Sample sample) {
        MDC.put(SAMPLE, sample.id());
        return job(sample.jobId());
    }

    public static About job(String job) {
        MDC.put(JOB, job);
        return new About();
    }

    @Override
    public void close() {
        MDC.remove(JOB);
        MDC.remove(SAMPLE);
    }
}
