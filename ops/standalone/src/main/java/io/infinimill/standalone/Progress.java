package io.infinimill.standalone;

import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One line that is rewritten in place on a terminal; elsewhere a line every few seconds. */
final class Progress {

    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(2);
    private static final String REWRITE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal = isTerminal();
    private long plainAt = System.nanoTime() - PLAIN_INTERVAL.toNanos();
    private @Nullable String unprinted;

    Progress(PrintStream out) {
        this.out = out;
    }

    void show(String line) {
        if (terminal) {
            out.print(REWRITE + line);
            out.flush();
        } else if (System.nanoTime() - plainAt >= PLAIN_INTERVAL.toNanos()) {
            out.println(line);
            plainAt = System.nanoTime();
            unprinted = null;
        } else {
            unprinted = line;
        }
    }

    /** Leaves the last line standing. */
    void end() {
        if (terminal) {
            out.println();
        } else if (unprinted != null) {
            out.println(unprinted);
        }
    }

    /** Java 25 gives no console again where there is no terminal; Java 22 to 24 gave one. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }
}
