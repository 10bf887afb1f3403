package io.infinimill.generator.teacher;

import jakarta.annotation.PreDestroy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Shows that this generator is alive: its session holds a PostgreSQL advisory lock on its number. The lock ends with the
 * session, so what a killed generator had taken is free at once.
 */
@Component
public class TeachLease {

    /** The first half of the lock's key; the second is the owner. */
    static final int KIND = 1_952_804_193;

    private static final Logger log = LoggerFactory.getLogger(TeachLease.class);
    private static final String TRY = "select pg_try_advisory_lock(" + KIND + ", ?)";
    private static final int SECONDS = 2;

    private final DataSource database;
    private final Requests requests;
    private int owner;
    private @Nullable Connection session;

    TeachLease(DataSource database, Requests requests) {
        this.database = database;
        this.requests = requests;
    }

    /**
     * The number of this generator; asked before each taking of requests.
     *
     * @throws IllegalStateException when the database does not give the lock
     */
    public synchronized int owner() {
        try {
            if (session != null && session.isValid(SECONDS)) {
                return owner;
            }
            release();
            int number = requests.newOwner();
            var candidate = database.getConnection();
            try (var statement = candidate.prepareStatement(TRY)) {
                statement.setInt(1, number);
                try (var row = statement.executeQuery()) {
                    row.next();
                    if (!row.getBoolean(1)) {
                        candidate.close();
                        throw new IllegalStateException("another generator has the number " + number);
                    }
                }
            }
            owner = number;
            session = candidate;
            log.info("this generator asks teachers as number {}", owner);
            return owner;
        } catch (SQLException e) {
            throw new IllegalStateException("no lease to ask teachers: " + e.getMessage(), e);
        }
    }

    /** Gives up what this generator has taken. */
    @PreDestroy
    public synchronized void release() {
        var held = session;
        session = null;
        if (held == null) {
            return;
        }
        try (held;
                var statement = held.createStatement()) {
            statement.execute("select pg_advisory_unlock(" + KIND + ", " + owner + ")");
        } catch (SQLException e) {
            log.info("the session of the lease to ask teachers had ended: {}", e.getMessage());
        }
    }
}
