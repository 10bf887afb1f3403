package io.infinimill.generator.teacher;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The {@link Sameness} of what each teacher says in this process: to all jobs, and to each job. */
@Component
public class SamenessMeters {

    private static final int MOST = 1000;

    private final Map<String, Sameness> meters = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Sameness> eldest) {
            return size() > MOST;
        }
    };

    void see(String teacher, String jobId, String reply) {
        var look = Sameness.Look.of(reply);
        meter(teacher).see(look);
        meter(key(teacher, jobId)).see(look);
    }

    Sameness.Shares of(String teacher) {
        return meter(teacher).shares();
    }

    public Sameness.Shares of(String teacher, String jobId) {
        return meter(key(teacher, jobId)).shares();
    }

    /** Begins anew for a job. */
    public synchronized void forget(String teacher, String jobId) {
        meters.remove(key(teacher, jobId));
    }

    private synchronized Sameness meter(String key) {
        return meters.computeIfAbsent(key, _ -> new Sameness());
    }

    private static String key(String teacher, String jobId) {
        return jobId + "/" + teacher;
    }
}
