package io.infinimill.standalone;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import io.infinimill.serving.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** The directory of one installation: databases, logs, remembered ports. One process holds it at a time. */
final class Home implements AutoCloseable {

    private final Path directory;
    private final FileChannel lock;

    private Home(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Takes the directory for this process, which stays its owner until it ends, however it ends. */
    static Home take(Path directory) throws IOException {
        Files.createDirectories(directory);
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwx------"));
        var pid = directory.resolve("pid");
        var channel = FileChannel.open(pid, CREATE, READ, WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            throw new Refusal(
                    "%s is in use by process %s."
                            .formatted(directory, Files.readString(pid).strip()),
                    "Stop it with ./infinimill down, or start with another directory: INFINIMILL_HOME=/path");
        }
        channel.truncate(0);
        channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(UTF_8)));
        Files.createDirectories(directory.resolve("log"));
        var home = new Home(directory, channel);
        home.withdraw();
        return home;
    }

    Path resolve(String name) {
        return directory.resolve(name);
    }

    Path log(String name) {
        return directory.resolve("log").resolve(name);
    }

    /** Says where the API is, for the launcher; the file is there as long as requests are served. */
    void announce(String address) throws IOException {
        var draft = directory.resolve("address.new");
        Files.writeString(draft, address + "\n");
        Files.move(draft, directory.resolve("address"), ATOMIC_MOVE);
    }

    void withdraw() throws IOException {
        Files.deleteIfExists(directory.resolve("address"));
    }

    @Override
    public void close() {
        try {
            withdraw();
            lock.truncate(0);
            lock.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
