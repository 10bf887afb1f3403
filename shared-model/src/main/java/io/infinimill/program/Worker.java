package io.infinimill.program;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** One worker. One thread at a time may talk to it; any thread may end it. */
final class Worker {

    private static final String READY = "ready";
    private static final int MAX_REPLY = 1 << 20;

    private final WorkerLine line;
    private final DataInputStream in;
    private final DataOutputStream out;
    private volatile long lastSign = System.nanoTime();
    private volatile boolean owesReply = true;
    private volatile boolean ended;

    /** A worker that still has to be {@linkplain #greet greeted}. */
    Worker(WorkerLine line) {
        this.line = line;
        this.in = new DataInputStream(line.in());
        this.out = new DataOutputStream(line.out());
    }

    /**
     * Hands the worker its source and waits until it has proved that it can confine a program.
     *
     * @param advice what to try if it ends before that
     * @throws SandboxUnavailableException if it ends before that
     */
    void greet(WorkerSource source, String advice) {
        try {
            var bytes = source.bytes();
            out.writeInt(bytes.length);
            out.write(bytes);
            out.flush();
            var greeting = new String(nextReply(), StandardCharsets.UTF_8);
            if (!greeting.equals(READY)) {
                throw new IOException("it said: " + greeting);
            }
            owesReply = false;
        } catch (IOException e) {
            var complaint = line.complaint(e);
            end();
            throw new SandboxUnavailableException(
                    "Programs cannot be run: a worker ended before it was ready: %s\n%s".formatted(complaint, advice));
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

    /** False from the moment it was ended, even if it takes a while to go. Only for the thread that may talk to it. */
    boolean isReady() {
        return !ended && !owesReply && line.isIdle();
    }

    boolean hasEnded() {
        return ended;
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
        line.end();
    }

    /** Waits until it is gone. */
    void awaitEnd(Duration patience) throws InterruptedException {
        line.awaitEnd(patience);
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
}
