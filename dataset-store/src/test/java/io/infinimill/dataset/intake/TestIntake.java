package io.infinimill.dataset.intake;

import io.infinimill.dataset.archive.Origins;
import io.infinimill.model.JobProgressed;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores events as the step does, without Kafka. */
public final class TestIntake {

    private static final int LEVEL = 3;

    private final BatchNumbering numbering;
    private final Outcomes outcomes;

    public TestIntake(DataSource database) {
        var jdbc = new JdbcTemplate(database);
        numbering = new BatchNumbering(new Origins(jdbc), LEVEL);
        outcomes = new Outcomes(jdbc, new TransactionTemplate(new JdbcTransactionManager(database)));
    }

    public List<JobProgressed> accept(byte[]... judged) {
        return accept(List.of(judged));
    }

    public List<JobProgressed> accept(List<byte[]> judged) {
        var batch = new Batch();
        judged.forEach(event -> batch.outcomes().add(Outcome.accepted(event)));
        return store(batch);
    }

    public List<JobProgressed> reject(byte[]... rejected) {
        var batch = new Batch();
        List.of(rejected).forEach(event -> batch.outcomes().add(Outcome.rejected(event)));
        return store(batch);
    }

    public void verify(byte[]... verified) {
        var batch = new Batch();
        List.of(verified).forEach(event -> batch.templates().add(VerifiedTemplate.of(event)));
        store(batch);
    }

    List<JobProgressed> store(Batch batch) {
        return outcomes.store(numbering.number(batch)).progress();
    }

    List<JobProgressed> replayed(long deadLetter, int job) {
        return outcomes.replayed(deadLetter, job);
    }
}
