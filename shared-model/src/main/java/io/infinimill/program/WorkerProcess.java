package io.infinimill.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A worker that is a child process of ours. */
record WorkerProcess(Process process) implements WorkerLine {

    private static final int MAX_COMPLAINT = 2_000;

    @Override
    public InputStream in() {
        return process.getInputStream();
    }

    @Override
    public OutputStream out() {
        return process.getOutputStream();
    }

    @Override
    public boolean isIdle() {
        return process.isAlive();
    }

    @Override
    public void end() {
        process.destroyForcibly();
    }

    @Override
    public void awaitEnd(Duration patience) throws InterruptedException {
        process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public String complaint(IOException failure) {
        try {
            if (!process.waitFor(1, TimeUnit.SECONDS)) {
                return "it does not follow the protocol";
            }
            var errors = process.getErrorStream();
            return new String(errors.readNBytes(MAX_COMPLAINT), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            return "it said nothing";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted while it started";
        }
    }
}
