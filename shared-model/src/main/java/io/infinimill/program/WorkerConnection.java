package io.infinimill.program;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;

/** A worker in a container of its own, which ends when its connection does. */
record WorkerConnection(SocketChannel channel, InputStream in, OutputStream out) implements WorkerLine {

    static WorkerConnection of(SocketChannel channel) {
        return new WorkerConnection(channel, Channels.newInputStream(channel), Channels.newOutputStream(channel));
    }

    /** A container that was replaced took its workers along: their connections are at their end. */
    @Override
    public boolean isIdle() {
        try {
            channel.configureBlocking(false);
            var received = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return received == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void end() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ours ended when it was closed; the listener ends the worker. */
    @Override
    public void awaitEnd(Duration patience) {}

    @Override
    public String complaint(IOException failure) {
        return Objects.requireNonNullElse(failure.getMessage(), "it closed the connection; its log may say why");
    }
}
