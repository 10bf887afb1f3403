package io.infinimill.program;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Where the sandbox's container listens: a file in a folder that both see. Every connection is a new worker. */
record WorkerSocket(Path path) implements WorkerOrigin {

    @Override
    public WorkerLine open() throws IOException {
        var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            channel.connect(UnixDomainSocketAddress.of(path));
            return WorkerConnection.of(channel);
        } catch (IOException e) {
            channel.close();
            throw new IOException("nothing answers at the socket %s: %s".formatted(path, e.getMessage()), e);
        }
    }

    @Override
    public String advice() {
        return "Maybe the container of the sandbox is not running, or its volume is not mounted: docker compose ps sandbox";
    }
}
