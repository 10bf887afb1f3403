package io.infinimill.program;

import org.junit.jupiter.api.AfterAll;

class HostileProgramOverSocketTest extends HostileProgramContract {

    private final Listener listener = Listener.start();

    @AfterAll
    void stopListening() {
        listener.close();
    }

    @Override
    WorkerOrigin origin() {
        return new WorkerSocket(listener.socket());
    }
}
