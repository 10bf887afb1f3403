package io.infinimill.program;

import java.io.IOException;
import java.io.Serial;

/** A worker ended while it owed replies: try again with another. */
final class WorkerLostException extends Exception {

    @Serial
    private static final long serialVersionUID = 1;

    WorkerLostException(IOException cause) {
        super(cause);
    }
}
