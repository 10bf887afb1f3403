package io.infinimill.program;

import java.io.IOException;

/** Where workers come from. */
interface WorkerOrigin {

    /** A line to a new worker. Its thread has to outlive the worker, which may end with it. */
    WorkerLine open() throws IOException;

    /** What to try when no worker comes, or it does not get ready; starts with "Maybe". */
    String advice();
}
