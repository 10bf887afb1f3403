package io.infinimill.teacher.fake;

import io.infinimill.model.Hash;
import io.infinimill.teacher.fake.Tally.Counts;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Takes requests, lets them wait for a slot, and answers. Everything here runs on the loop's thread. */
final class Desk implements Connection.Requests {

    private record Visit(Connection connection, Asked asked, Optional<Fault> fault, long workNanos) {}

    private final Loop loop;
    private final Script script;
    private final Deque<Visit> queue = new ArrayDeque<>();
    private final Map<String, Counts> counts = new HashMap<>();
    private final Map<Integer, Integer> statuses = new HashMap<>();
    private SlotUse use = new SlotUse();
    private Behaviour behaviour;
    private int busy;

    Desk(Loop loop, Behaviour behaviour, Script script) {
        this.loop = loop;
        this.behaviour = behaviour;
        this.script = script;
    }

    void behave(Behaviour changed) {
        behaviour = changed;
        fillSlots();
    }

    Tally tally() {
        return Tally.of(counts, statuses, use, use.bins(System.nanoTime()));
    }

    void forget() {
        counts.clear();
        statuses.clear();
        use = new SlotUse();
        use.change(System.nanoTime(), busy, queue.size());
    }

    @Override
    public void handle(Connection connection, String requestLine, byte[] body) {
        if (requestLine.startsWith("POST /v1/chat/completions ")) {
            ask(connection, body);
        } else if (requestLine.startsWith("GET /v1/models ")) {
            connection.send(Http.ok("{\"object\":\"list\",\"data\":[{\"id\":\"fake\",\"object\":\"model\"}]}"
                    .getBytes(StandardCharsets.UTF_8)));
        } else {
            answer(connection, 404, Http.failure(404, "there is no " + requestLine, null));
        }
    }

    private void ask(Connection connection, byte[] body) {
        use.begin(System.nanoTime());
        var hash = Hash.of(new String(body, StandardCharsets.ISO_8859_1));
        var count = counts.computeIfAbsent(hash, unknown -> new Counts());
        var asked = new Asked(hash, count.asked++, body);
        var random = asked.random(behaviour.seed());
        var fault = Fate.draw(behaviour, random);
        if (fault.filter(this::endsAtOnce).isPresent()) {
            meet(fault.get(), connection);
            return;
        }
        if (queue.size() >= behaviour.queue() && busy >= behaviour.slots()) {
            meet(Fault.OVERLOADED, connection);
            return;
        }
        queue.add(new Visit(connection, asked, fault, Fate.workNanos(behaviour, random)));
        fillSlots();
    }

    private boolean endsAtOnce(Fault fault) {
        return switch (fault) {
            case OVERLOADED, SERVER_ERROR, SILENCE, RESET -> true;
            case TRUNCATED, WRONG_SCHEMA, GARBAGE, CUT_OFF, DRIP -> false;
        };
    }

    private void meet(Fault fault, Connection connection) {
        switch (fault) {
            case OVERLOADED -> answer(connection, 429, Http.failure(429, "too many requests", behaviour.retryAfter()));
            case SERVER_ERROR -> answer(connection, 503, Http.failure(503, "the model is not loaded", null));
            case RESET -> {
                count(0);
                connection.reset();
            }
            case SILENCE, TRUNCATED, WRONG_SCHEMA, GARBAGE, CUT_OFF, DRIP -> count(0);
        }
    }

    private void fillSlots() {
        while (busy < behaviour.slots() && !queue.isEmpty()) {
            var visit = queue.removeFirst();
            if (!visit.connection().isOpen()) {
                continue;
            }
            busy++;
            var now = System.nanoTime();
            use.change(now, busy, queue.size());
            if (visit.workNanos() == 0) {
                finish(visit);
            } else {
                loop.at(now + visit.workNanos(), () -> finish(visit));
            }
        }
        use.change(System.nanoTime(), busy, queue.size());
    }

    private void finish(Visit visit) {
        busy--;
        reply(visit);
        fillSlots();
    }

    private void reply(Visit visit) {
        var connection = visit.connection();
        if (!connection.isOpen()) {
            return;
        }
        count(200);
        var body = script.body(visit.asked());
        switch (visit.fault().orElse(Fault.SILENCE)) {
            case TRUNCATED -> connection.send(Http.ok(Completion.truncated(body)));
            case WRONG_SCHEMA -> connection.send(Http.ok(Completion.wrongSchema(body)));
            case GARBAGE -> connection.send(Http.ok("<html>502</html>".getBytes(StandardCharsets.UTF_8)));
            case CUT_OFF -> {
                connection.send(Http.cutOff(body));
                connection.closeWhenSent();
            }
            case DRIP -> drip(connection, Http.ok(body), 0, visit.workNanos());
            case OVERLOADED, SERVER_ERROR, SILENCE, RESET -> connection.send(Http.ok(body));
        }
        if (visit.fault().isEmpty() || visit.fault().get() == Fault.DRIP) {
            answered(visit.asked());
        }
    }

    private void drip(Connection connection, byte[] reply, int sent, long nanosEach) {
        if (sent < reply.length && connection.isOpen()) {
            var end = Math.min(reply.length, sent + Math.ceilDiv(reply.length, 10));
            connection.send(Arrays.copyOfRange(reply, sent, end));
            loop.at(System.nanoTime() + nanosEach, () -> drip(connection, reply, end, nanosEach));
        }
    }

    private void answered(Asked asked) {
        counts.computeIfAbsent(asked.hash(), forgotten -> new Counts()).answered++;
    }

    private void answer(Connection connection, int status, byte[] reply) {
        count(status);
        connection.send(reply);
    }

    private void count(int status) {
        statuses.merge(status, 1, Integer::sum);
    }
}
