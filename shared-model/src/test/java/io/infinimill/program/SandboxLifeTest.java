package io.infinimill.program;

import java.util.stream.Stream;

class SandboxLifeTest extends SandboxLifeContract {

    @Override
    SandboxSettings placed(SandboxSettings settings) {
        return settings;
    }

    @Override
    Stream<ProcessHandle> workers(ProcessHandle machine) {
        return machine.children()
                .filter(child -> child.info().command().orElse("").endsWith("bwrap"));
    }

    /** Two processes of bubblewrap and the worker. */
    @Override
    int processesOfIdleWorker() {
        return 3;
    }
}
