package io.infinimill.dataset.intake;

import io.infinimill.model.JobSubmitted;
import io.infinimill.model.Sample;
import io.infinimill.wire.Wire;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What jobs were announced to be, against which their samples are held: anyone may send some. A sample whose job is not
 * announced yet is taken as it is, since its announcement may be on its way on another topic.
 */
final class AnnouncedJobs {

    private static final String KEEP = """
            insert into dataset.jobs (name, announced) values (?, ?)
            on conflict (name) do update set announced = excluded.announced where jobs.announced is null
            """;

    private static final String FIND = "select announced from dataset.jobs where name = ? and announced is not null";

    private static final int REMEMBERED = 1_000;

    private final JdbcTemplate jdbc;
    private final Map<String, JobSubmitted> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, JobSubmitted> eldest) {
            return size() > REMEMBERED;
        }
    });

    AnnouncedJobs(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The first announcement stays. */
    void keep(byte[] event) {
        var job = WrittenText.writable(event, Wire.read(event, JobSubmitted.class));
        jdbc.update(KEEP, job.jobId(), event);
    }

    /** @throws IllegalArgumentException where its job says that the sample is none of it */
    void admit(Sample sample) {
        var objection = find(sample.jobId()).flatMap(job -> Optional.ofNullable(job.objectionTo(sample)));
        if (objection.isPresent()) {
            throw new IllegalArgumentException(objection.get());
        }
    }

    private Optional<JobSubmitted> find(String job) {
        var remembered = known.get(job);
        if (remembered != null) {
            return Optional.of(remembered);
        }
        var found = jdbc.queryForList(FIND, byte[].class, job).stream()
                .findFirst()
                .map(event -> Wire.read(event, JobSubmitted.class));
        found.ifPresent(announced -> known.put(job, announced));
        return found;
    }
}
