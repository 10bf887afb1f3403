package io.infinimill.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;

/** What connects us with one worker. One thread at a time may read, write and ask; any thread may end it. */
interface WorkerLine {

    InputStream in();

    OutputStream out();

    /** Whether the worker is there and silent, as one that owes no reply should be. */
    boolean isIdle();

    /** Ends the worker at once, with all it runs. */
    void end();

    /** Waits until the worker is gone, if that can be known. */
    void awaitEnd(Duration patience) throws InterruptedException;

    /** Why it failed, as far as the worker said so. */
    String complaint(IOException failure);
}
