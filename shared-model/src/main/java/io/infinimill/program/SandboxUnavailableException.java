package io.infinimill.program;

import java.io.Serial;

/** The sandbox cannot run here. The message says what is missing and, in its last line, what may mend it. */
public final class SandboxUnavailableException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1;

    SandboxUnavailableException(String message) {
        super(message);
    }
}
