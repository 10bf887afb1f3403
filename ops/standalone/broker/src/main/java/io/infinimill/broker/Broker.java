package io.infinimill.broker;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.common.utils.Time;

/**
 * Runs Kafka until standard input closes, so that it never outlives the process that started it. Writes the line
 * {@value #READY} to standard output once clients can connect.
 */
public final class Broker {

    public static final String READY = "READY";

    /** Names the cluster in the log directory; a directory is never shared, so one name serves all. */
    private static final String CLUSTER_ID = "SW5maW5pbWlsbEthZmthMQ";

    private static final Duration SHUTDOWN_LIMIT = Duration.ofSeconds(20);

    private Broker() {}

    /** Arguments: directory, port for clients, port of the controller. */
    public static void main(String[] arguments) throws IOException {
        var directory = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(directory);
        awaitSoleUse(directory);
        var settings = settings(directory, Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
        format(directory, settings);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        System.out.println(READY);
        awaitEndOfInput();
        Thread.ofPlatform().daemon().start(Broker::haltWhenShutdownHangs);
        System.exit(0);
    }

    private static Properties settings(Path directory, int port, int controllerPort) throws IOException {
        var settings = new Properties();
        try (var shipped = Broker.class.getResourceAsStream("/broker.properties")) {
            settings.load(shipped);
        }
        settings.setProperty("log.dirs", directory.resolve("log").toString());
        settings.setProperty(
                "listeners", "CLIENT://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort));
        settings.setProperty("advertised.listeners", "CLIENT://127.0.0.1:%d".formatted(port));
        settings.setProperty("controller.quorum.voters", "1@127.0.0.1:%d".formatted(controllerPort));
        return settings;
    }

    /** A broker whose parent was killed may still be closing its log; the lock is held until this process ends. */
    private static void awaitSoleUse(Path directory) throws IOException {
        FileChannel.open(directory.resolve("lock"), CREATE, WRITE).lock();
    }

    private static void format(Path directory, Properties settings) throws IOException {
        if (Files.exists(directory.resolve("log/meta.properties"))) {
            return;
        }
        var file = directory.resolve("broker.properties");
        try (var out = Files.newOutputStream(file)) {
            settings.store(out, null);
        }
        var arguments = List.of("format", "--cluster-id", CLUSTER_ID, "--config", file.toString());
        var result = StorageTool.execute(arguments.toArray(String[]::new), System.err);
        if (result != 0) {
            throw new IllegalStateException(
                    "Kafka's log directory under %s could not be formatted.".formatted(directory));
        }
    }

    private static void awaitEndOfInput() throws IOException {
        System.in.transferTo(OutputStream.nullOutputStream());
    }

    private static void haltWhenShutdownHangs() {
        try {
            Thread.sleep(SHUTDOWN_LIMIT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(1);
    }
}
