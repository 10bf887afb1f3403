package io.infinimill.program;

import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;

class SandboxLifeOverSocketTest extends SandboxLifeContract {

    private final Listener listener = Listener.start();

    @AfterAll
    void stopListening() {
        listener.close();
    }

    @Override
    SandboxSettings placed(SandboxSettings settings) {
        return settings.at(listener.socket());
    }

    @Override
    Stream<ProcessHandle> workers(ProcessHandle machine) {
        return listener.workers();
    }

    @Override
    int processesOfIdleWorker() {
        return 1;
    }
}
