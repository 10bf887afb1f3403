package io.infinimill.program;

import java.util.List;
import java.util.Map;

/**
 * Runs programs that nobody vouches for. Whatever a program does becomes its own outcome; it cannot touch another's.
 * Safe for use by many threads at once.
 */
public interface Sandbox extends AutoCloseable {

    /**
     * Runs every call with each of its argument sets. Many calls at once are much faster than one by one.
     *
     * @return outcomes in the order of the calls and their argument sets
     * @throws InterruptedException if interrupted; what is running is ended
     * @throws SandboxUnavailableException if no worker can be started, or the sandbox is closed; trying again does not
     *     help until that is mended
     */
    List<List<Outcome>> runAll(List<Call> calls) throws InterruptedException;

    /** Runs one program with each of the argument sets; see {@link #runAll}. */
    default List<Outcome> run(Program program, List<Map<String, Number>> argumentSets) throws InterruptedException {
        return runAll(List.of(new Call(program, argumentSets))).getFirst();
    }

    /** Ends all programs and workers and waits until they are gone. */
    @Override
    void close();
}
