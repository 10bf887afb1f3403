package io.infinimill.teacher.fake;

import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;

/** One client's connection: HTTP/1.1 with Content-Length, a request at a time. */
final class Connection implements Runnable {

    /** Called on the loop's thread. */
    interface Requests {
        void handle(Connection connection, String requestLine, byte[] body);
    }

    private static final int FIRST_BUFFER = 8192;
    private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Requests requests;
    private final Deque<ByteBuffer> unsent = new ArrayDeque<>();
    private byte[] received = new byte[FIRST_BUFFER];
    private int length;
    private int scanned;
    private boolean closeWhenSent;

    Connection(SocketChannel channel, Selector selector, Requests requests) throws IOException {
        this.channel = channel;
        this.requests = requests;
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    @Override
    public void run() {
        try {
            if (key.isWritable()) {
                flush();
            }
            if (key.isValid() && key.isReadable()) {
                read();
            }
        } catch (IOException e) {
            close();
        }
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void send(byte[]... pieces) {
        for (var piece : pieces) {
            unsent.add(ByteBuffer.wrap(piece));
        }
        try {
            flush();
        } catch (IOException e) {
            close();
        }
    }

    void closeWhenSent() {
        closeWhenSent = true;
        if (unsent.isEmpty()) {
            close();
        }
    }

    void reset() {
        try {
            channel.setOption(StandardSocketOptions.SO_LINGER, 0);
        } catch (IOException e) {
            // it is closed already
        }
        close();
    }

    private void close() {
        try {
            channel.close();
        } catch (IOException e) {
            key.cancel();
        }
    }

    private void flush() throws IOException {
        if (!unsent.isEmpty()) {
            channel.write(unsent.toArray(new ByteBuffer[0]));
            while (!unsent.isEmpty() && !unsent.getFirst().hasRemaining()) {
                unsent.removeFirst();
            }
        }
        key.interestOps(unsent.isEmpty() ? SelectionKey.OP_READ : SelectionKey.OP_READ | SelectionKey.OP_WRITE);
        if (unsent.isEmpty() && closeWhenSent) {
            close();
        }
    }

    private void read() throws IOException {
        if (length == received.length) {
            received = Arrays.copyOf(received, length * 2);
        }
        var count = channel.read(ByteBuffer.wrap(received, length, received.length - length));
        if (count < 0) {
            close();
            return;
        }
        length += count;
        while (isOpen() && takeRequest()) {
            scanned = 0;
        }
    }

    private boolean takeRequest() {
        var bodyStart = endOfHead();
        if (bodyStart < 0) {
            return false;
        }
        var head = new String(received, 0, bodyStart, StandardCharsets.ISO_8859_1);
        var end = bodyStart + contentLength(head);
        if (length < end) {
            return false;
        }
        var body = Arrays.copyOfRange(received, bodyStart, end);
        System.arraycopy(received, end, received, 0, length - end);
        length -= end;
        requests.handle(this, head.substring(0, head.indexOf('\r')), body);
        return true;
    }

    private int endOfHead() {
        for (var i = scanned; i + END_OF_HEAD.length <= length; i++) {
            if (Arrays.equals(received, i, i + END_OF_HEAD.length, END_OF_HEAD, 0, END_OF_HEAD.length)) {
                return i + END_OF_HEAD.length;
            }
            scanned = i;
        }
        return -1;
    }

    private static int contentLength(String head) {
        var name = "\r\ncontent-length:";
        var lower = head.toLowerCase(Locale.ROOT);
        var at = lower.indexOf(name);
        return at < 0
                ? 0
                : Integer.parseInt(head.substring(at + name.length(), head.indexOf('\r', at + 2))
                        .strip());
    }
}
