package io.infinimill.program;

class ProcessSandboxTest extends SandboxContract {

    @Override
    SandboxSettings placed(SandboxSettings settings) {
        return settings;
    }
}
