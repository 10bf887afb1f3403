package io.infinimill.program;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One worker process. One thread at a time may talk to it; any thread may end it. */
final class Worker {

    private static final List<String> SOURCES = List.of("confinement.py", "simplicity.py", "execution.py", "worker.py");
    private static final String READY = "ready";
    private static final int MAX_REPLY = 1 << 20;
    private static final int MAX_COMPLAINT = 2_000;

    private final Process process;
    private final DataInputStream in;
    private final DataOutputStream out;
    private volatile long lastSign = System.nanoTime();
    private volatile boolean owesReply = true;
    private volatile boolean ended;

    /** A worker that still has to be {@linkplain #greet() greeted}. */
    Worker(Process process) {
        this.process = process;
        this.in = new DataInputStream(process.getInputStream());
        this.out = new DataOutputStream(process.getOutputStream());
    }

    /**
     * Hands the worker its source and waits until it has proved that it can confine a program.
     *
     * @throws SandboxUnavailableException if it ends before that
     */
    void greet() {
        try {
            var source = source();
            out.writeInt(source.length);
            out.write(source);
            out.flush();
            var greeting = new String(nextReply(), StandardCharsets.UTF_8);
            if (!greeting.equals(READY)) {
                throw new IOException("it said " + greeting);
            }
            owesReply = false;
        } catch (IOException e) {
            var complaint = complaint();
            end();
            throw new SandboxUnavailableException("""
                    Programs cannot be run: a worker ended before it was ready: %s
                    Maybe user namespaces are off for ordinary users; run: sysctl -w kernel.unprivileged_userns_clone=1 \
                    (on Ubuntu: sysctl -w kernel.apparmor_restrict_unprivileged_userns=0)""".formatted(complaint));
        }
    }

    /** Runs the calls; outcomes in their order. */
    List<List<Outcome>> exchange(List<Call> calls) throws WorkerLostException {
        lastSign = System.nanoTime();
        owesReply = true;
        try {
            out.write(WireFormat.request(calls));
            out.flush();
            var outcomes = new ArrayList<List<Outcome>>(calls.size());
            for (var call : calls) {
                var ofCall = new ArrayList<Outcome>(call.argumentSets().size());
                for (var i = 0; i < call.argumentSets().size(); i++) {
                    ofCall.add(WireFormat.outcome(nextReply()));
                }
                outcomes.add(ofCall);
            }
            owesReply = false;
            return outcomes;
        } catch (IOException e) {
            end();
            throw new WorkerLostException(e);
        }
    }

    /** False from the moment it was ended, even if the process takes a while to go. */
    boolean isAlive() {
        return !ended && process.isAlive();
    }

    /** Ends it if it owes a reply and gave no sign of life for so long. */
    void endIfSilent(Duration patience) {
        if (owesReply && System.nanoTime() - lastSign > patience.toNanos()) {
            end();
        }
    }

    /** Kills it at once, with all it runs. */
    void end() {
        ended = true;
        process.destroyForcibly();
    }

    /** Waits until it is gone. */
    void awaitEnd(Duration patience) throws InterruptedException {
        process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private byte[] nextReply() throws IOException {
        int length;
        do {
            length = in.readInt();
            lastSign = System.nanoTime();
        } while (length == 0);
        if (length < 0 || length > MAX_REPLY) {
            throw new IOException("a reply of %d bytes".formatted(length));
        }
        var reply = new byte[length];
        in.readFully(reply);
        return reply;
    }

    private String complaint() {
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

    private static byte[] source() {
        var all = new ByteArrayOutputStream();
        for (var name : SOURCES) {
            try (var source = Worker.class.getResourceAsStream(name)) {
                if (source == null) {
                    throw new IllegalStateException("the jar lacks " + name);
                }
                source.transferTo(all);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all.toByteArray();
    }
}
