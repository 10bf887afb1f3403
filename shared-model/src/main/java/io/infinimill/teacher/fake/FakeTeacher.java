package io.infinimill.teacher.fake;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.CompletableFuture;

/**
 * The server. It listens on a loopback port of its own, answers {@code POST /v1/chat/completions} and
 * {@code GET /v1/models}, and is one thread that asks little of the machine: it is there to measure others.
 */
public final class FakeTeacher implements AutoCloseable {

    private final Loop loop;
    private final ServerSocketChannel server;
    private final Desk desk;

    private FakeTeacher(Behaviour behaviour, Script script, int port) throws IOException {
        loop = new Loop("fake-teacher");
        server = ServerSocketChannel.open();
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1024);
        server.configureBlocking(false);
        server.register(loop.selector(), SelectionKey.OP_ACCEPT, (Runnable) this::accept);
        desk = new Desk(loop, behaviour, script);
        loop.start();
    }

    public static FakeTeacher start(Behaviour behaviour, Script script) throws IOException {
        return new FakeTeacher(behaviour, script, 0);
    }

    /** On a given port, so that a teacher can come back where another went. */
    public static FakeTeacher start(Behaviour behaviour, Script script, int port) throws IOException {
        return new FakeTeacher(behaviour, script, port);
    }

    /** What a client takes for its base, such as {@code http://127.0.0.1:40123/v1}. */
    public URI address() {
        return URI.create("http://127.0.0.1:%d/v1".formatted(port()));
    }

    public int port() {
        return server.socket().getLocalPort();
    }

    /** Changes what happens to requests that come from now on. */
    public void behave(Behaviour behaviour) {
        CompletableFuture.runAsync(() -> desk.behave(behaviour), loop::execute).join();
    }

    public Tally tally() {
        var tally = new CompletableFuture<Tally>();
        loop.execute(() -> tally.complete(desk.tally()));
        return tally.join();
    }

    /** Forgets what it was asked. */
    public void forget() {
        var done = new CompletableFuture<Boolean>();
        loop.execute(() -> {
            desk.forget();
            done.complete(true);
        });
        done.join();
    }

    private void accept() {
        try {
            for (var client = server.accept(); client != null; client = server.accept()) {
                new Connection(client, loop.selector(), desk);
            }
        } catch (IOException e) {
            // the client is gone before it was let in
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
