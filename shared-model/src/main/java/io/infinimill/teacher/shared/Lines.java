package io.infinimill.teacher.shared;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The jobs that share a teacher. The next turn goes to the job with the fewest requests in flight. */
final class Lines {

    private static final Comparator<Line> NEXT =
            Comparator.comparingInt(Line::inFlight).thenComparingLong(Line::served);

    private final Map<String, Line> lines = new LinkedHashMap<>();
    private int waiting;
    private int inFlight;

    void enter(String job, Line.Turn turn, Line.Place place) {
        lines.computeIfAbsent(job, unknown -> new Line(leastServed())).enter(turn, place);
        waiting++;
    }

    /** False when the turn was granted already. */
    boolean leave(String job, Line.Turn turn) {
        var line = lines.get(job);
        if (line == null || !line.leave(turn)) {
            return false;
        }
        waiting--;
        forgetIfEmpty(job, line);
        return true;
    }

    Optional<Line> next() {
        return lines.values().stream().filter(line -> line.waiting() > 0).min(NEXT);
    }

    Line.Turn serve(Line line) {
        waiting--;
        inFlight++;
        return line.serve();
    }

    void finished(String job) {
        var line = lines.get(job);
        if (line != null) {
            inFlight--;
            line.finished();
            forgetIfEmpty(job, line);
        }
    }

    int waiting() {
        return waiting;
    }

    int inFlight() {
        return inFlight;
    }

    Map<String, Line> all() {
        return lines;
    }

    /** A job that comes later does not make up for the time before. */
    private long leastServed() {
        return lines.values().stream().mapToLong(Line::served).min().orElse(0);
    }

    private void forgetIfEmpty(String job, Line line) {
        if (line.isEmpty()) {
            lines.remove(job);
        }
    }
}
