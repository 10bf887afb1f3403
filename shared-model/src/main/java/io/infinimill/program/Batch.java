package io.infinimill.program;

import java.util.ArrayList;
import java.util.List;

/** What one worker gets at once: pieces of calls. */
record Batch(List<Piece> pieces) {

    /** A fork takes 1 to 2 ms, a simple program 0.03 ms: at this size the fork hardly counts. */
    static final int MAX_EXECUTIONS = 1_024;

    private static final int MAX_CHARACTERS = 4 << 20;

    /**
     * Some argument sets of a call.
     *
     * @param call index of the call
     * @param from index of the first of its argument sets
     */
    record Piece(int call, int from, Call part) {}

    Batch {
        pieces = List.copyOf(pieces);
    }

    List<Call> calls() {
        return pieces.stream().map(Piece::part).toList();
    }

    /** Splits calls so that every worker gets about as much, in batches of bounded size. */
    static List<Batch> split(List<Call> calls, int workers) {
        var executions =
                calls.stream().mapToLong(call -> call.argumentSets().size()).sum();
        var size = Math.clamp((executions + workers - 1) / workers, 1, MAX_EXECUTIONS);
        var batches = new ArrayList<Batch>();
        var pieces = new ArrayList<Piece>();
        var room = size;
        var characters = 0L;
        for (var i = 0; i < calls.size(); i++) {
            var call = calls.get(i);
            var sets = call.argumentSets();
            for (var from = 0; from < sets.size(); ) {
                var to = Math.min(sets.size(), from + room);
                pieces.add(new Piece(i, from, new Call(call.program(), sets.subList(from, to))));
                room -= to - from;
                characters += call.program().source().length();
                from = to;
                if (room == 0 || characters > MAX_CHARACTERS) {
                    batches.add(new Batch(pieces));
                    pieces.clear();
                    room = size;
                    characters = 0;
                }
            }
        }
        if (!pieces.isEmpty()) {
            batches.add(new Batch(pieces));
        }
        return batches;
    }
}
