package io.infinimill.teacher.structured;

import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Message;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import java.util.ArrayList;

/**
 * Asks for JSON, and on a miss tells the teacher what is wrong and asks again.
 *
 * @param rounds how often it may ask, the first time included
 */
public record SchemaRounds(SchemaReader reader, int rounds) {

    public SchemaRounds {
        if (rounds < 1) {
            throw new IllegalArgumentException("rounds is %d, less than 1".formatted(rounds));
        }
    }

    /**
     * The schema is put into the request.
     *
     * @param request for one choice; several are read one by one with {@link SchemaReader#read}
     */
    public StructuredReply ask(Teacher teacher, ChatRequest request) throws TeacherException, InterruptedException {
        if (request.sampling().n() != 1) {
            throw new IllegalArgumentException("the request is for %d choices, and rounds go on with one"
                    .formatted(request.sampling().n()));
        }
        var asked = request.withSchema(reader.schema());
        var replies = new ArrayList<ChatReply>();
        while (true) {
            var reply = teacher.ask(asked);
            replies.add(reply);
            var reading = reader.read(reply.first());
            if (reading instanceof Reading.Fits || replies.size() == rounds) {
                return new StructuredReply(reading, replies);
            }
            asked = request.withSchema(reader.schema())
                    .then(Message.assistant(reply.first().text()), Message.user(advice(reading, request)));
        }
    }

    private static String advice(Reading reading, ChatRequest request) {
        return switch (reading) {
            case Reading.Misfit misfit -> """
                    This reply does not fit the JSON schema:
                    - %s
                    Reply with the corrected JSON object only, without any other text.""".formatted(String.join("\n- ", misfit.faults()));
            case Reading.Truncated cut -> """
                    This reply was cut off after %d tokens, before its JSON was complete.
                    Reply with a shorter JSON object only, without any other text.""".formatted(request.sampling().maxTokens());
            case Reading.Withheld withheld -> "Reply with the JSON object only.";
            case Reading.Fits fits -> throw new IllegalStateException("a reply that fits needs no advice");
        };
    }
}
