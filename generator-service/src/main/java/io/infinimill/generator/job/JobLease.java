package io.infinimill.generator.job;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Lets one generator among several hand out work: the one whose session holds a PostgreSQL advisory lock. The lock ends
 * with the session, so a generator that dies is replaced at once.
 */
@Component
class JobLease {

    private static final Logger log = LoggerFactory.getLogger(JobLease.class);
    private static final String TRY = "select pg_try_advisory_lock(hashtext('infinimill.generator.job'))";
    private static final String RELEASE = "select pg_advisory_unlock_all()";
    private static final int SECONDS = 2;

    private final DataSource database;
    private @Nullable Connection session;

    JobLease(DataSource database) {
        this.database = database;
    }

    /** Whether this generator is the one; asked before each look at the jobs. */
    synchronized boolean held() {
        try {
            if (session != null && session.isValid(SECONDS)) {
                return true;
            }
            release();
            var candidate = database.getConnection();
            try (var statement = candidate.createStatement();
                    var row = statement.executeQuery(TRY)) {
                row.next();
                if (row.getBoolean(1)) {
                    session = candidate;
                    log.info("this generator hands out the work of jobs");
                    return true;
                }
            }
            candidate.close();
            return false;
        } catch (SQLException e) {
            log.warn("cannot ask for the lease on jobs: {}", e.getMessage());
            return false;
        }
    }

    @PreDestroy
    synchronized void release() {
        var held = session;
        session = null;
        if (held == null) {
            return;
        }
        try (held;
                var statement = held.createStatement()) {
            statement.execute(RELEASE);
        } catch (SQLException e) {
            log.info("the session of the lease on jobs had ended: {}", e.getMessage());
        }
    }
}
