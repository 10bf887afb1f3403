package io.infinimill.program;

import java.nio.file.Path;

class HostileProgramTest extends HostileProgramContract {

    @Override
    WorkerOrigin origin() {
        return WorkerCommand.in(Path.of("/usr/bin"));
    }
}
