package io.infinimill.generator.taught;

import io.infinimill.generator.Decoupling;
import io.infinimill.generator.Decoupling.Decoupled;
import io.infinimill.generator.Decoupling.Refused;
import io.infinimill.model.Seed;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.ReplySchema;
import io.infinimill.teacher.structured.Reading;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads a teacher's reply: the template it proposes, or the stable code of what is wrong with it. */
public final class Proposing {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Numbers that are said in a way we do not know. */
    private static final int MORE = 2;

    private Proposing() {}

    public static Decoupling read(Prompt prompt, Seed seed, ChatReply.Choice reply, String operator) {
        return switch (prompt.read(reply)) {
            case Reading.Fits fits -> drafted(seed, Proposal.of(fits.value()), operator);
            case Reading other -> misread(other);
        };
    }

    /** With no more variables and criteria allowed than the problem has numbers, since small models know no end of them. */
    public static ChatRequest bounded(ChatRequest request, Seed seed) {
        var schema = request.schema();
        if (schema == null || !(MAPPER.readTree(schema.json()) instanceof ObjectNode bounded)) {
            return request;
        }
        int most = Numbers.most(seed.question()) + MORE;
        for (var list : List.of("variables", "criteria")) {
            if (bounded.path("properties").path(list) instanceof ObjectNode items) {
                items.put("maxItems", Math.min(items.path("maxItems").asInt(most), most));
            }
        }
        return request.withSchema(new ReplySchema(schema.name(), bounded.toString()));
    }

    /** Why a reply that does not fit its schema does not. */
    public static Refused misread(Reading reading) {
        return switch (reading) {
            case Reading.Fits _ -> throw new IllegalArgumentException("the reply fits");
            case Reading.Misfit misfit ->
                new Refused(
                        misfit.faults().getFirst().startsWith("the reply is") ? "not_json" : "wrong_schema",
                        String.join("; ", misfit.faults()));
            case Reading.Truncated _ ->
                new Refused("cut_off", "the reply reached the most tokens before it was complete");
            case Reading.Withheld _ -> new Refused("withheld", "the teacher withheld its reply");
        };
    }

    /** Without the block of code that some teachers put a program into. */
    public static String unfenced(String program) {
        return program.strip().replaceAll("^```\\w*\\n|\\n?```$", "");
    }

    /**
     * The program of a reply, whether it holds or not, cut to its function as that of a template is, so that the two can be
     * compared; the text as it is where no function is to be found.
     */
    public static String program(Prompt prompt, ChatReply.Choice reply) {
        if (!(prompt.read(reply) instanceof Reading.Fits fits)) {
            return reply.text();
        }
        var program = Proposal.of(fits.value()).program();
        try {
            return Source.of(program).text();
        } catch (Unfit noFunction) {
            return program;
        }
    }

    private static Decoupling drafted(Seed seed, Proposal proposal, String operator) {
        try {
            return new Decoupled(new Draft(seed, proposal).template(operator));
        } catch (Unfit e) {
            return e.refused();
        }
    }
}
