package io.infinimill.standalone;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** A port that was free once and is used again ever after, unless somebody else has taken it meanwhile. */
final class RememberedPort {

    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private RememberedPort() {}

    /** The port in the file, whether it is free or not; chosen now when there is none. */
    static int inUseOrFree(Path file) throws IOException {
        return Files.exists(file) ? Integer.parseInt(Files.readString(file).strip()) : choose(file);
    }

    /** The port in the file when it is free or becomes so within moments, or another. */
    static int free(Path file) throws IOException, InterruptedException {
        var port = inUseOrFree(file);
        for (var waited = Duration.ZERO; waited.compareTo(PATIENCE) < 0; waited = waited.plusMillis(100)) {
            if (isFree(port)) {
                return port;
            }
            Thread.sleep(100);
        }
        return choose(file);
    }

    private static int choose(Path file) throws IOException {
        var port = anyFree();
        Files.createDirectories(file.getParent());
        Files.writeString(file, port + "\n");
        return port;
    }

    static int anyFree() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }
}
