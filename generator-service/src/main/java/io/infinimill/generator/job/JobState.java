package io.infinimill.generator.job;

/** The states of a job, by the names the API shows. */
public final class JobState {

    public static final String QUEUED = "queued";
    public static final String RUNNING = "running";
    public static final String PAUSED = "paused";
    public static final String COMPLETED = "completed";
    public static final String FAILED = "failed";
    public static final String CANCELLED = "cancelled";

    private JobState() {}
}
