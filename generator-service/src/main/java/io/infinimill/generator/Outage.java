package io.infinimill.generator;

import io.infinimill.program.SandboxUnavailableException;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** The database or the sandbox is away for a while: the same work is tried again, and is not a dead letter. */
final class Outage {

    private Outage() {}

    /** Whether a failure says so; what the database says about a value does not. */
    static boolean is(Throwable failure) {
        return switch (failure) {
            case DataIntegrityViolationException _ -> false;
            case DataAccessException _, TransactionException _, SandboxUnavailableException _ -> true;
            default -> false;
        };
    }
}
