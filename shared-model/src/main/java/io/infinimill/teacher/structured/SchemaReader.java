package io.infinimill.teacher.structured;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.infinimill.teacher.ChatReply.Choice;
import io.infinimill.teacher.ChatReply.Finish;
import io.infinimill.teacher.ReplySchema;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads choices that should fit one schema. The JSON may stand in a fence of Markdown and after a model's thoughts; among
 * other prose it is not looked for, since a reader that guesses reads what was not meant.
 */
public final class SchemaReader {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern FENCE = Pattern.compile("```[A-Za-z]*\\s*\\n(.*?)\\n?\\s*```", Pattern.DOTALL);
    private static final int MOST_FAULTS = 10;

    private final ReplySchema schema;
    private final Schema validator;

    /** @throws IllegalArgumentException when the schema is no JSON */
    public SchemaReader(ReplySchema schema) {
        this.schema = schema;
        try {
            validator = SchemaRegistry.withDialect(Dialects.getDraft202012()).getSchema(MAPPER.readTree(schema.json()));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("schema %s is no JSON: %s".formatted(schema.name(), said(e)), e);
        }
    }

    public ReplySchema schema() {
        return schema;
    }

    public Reading read(Choice choice) {
        var reading = read(choice.spoken().strip());
        if (reading instanceof Reading.Misfit && choice.finish() == Finish.LENGTH) {
            return new Reading.Truncated();
        }
        return reading instanceof Reading.Misfit && choice.finish() == Finish.FILTERED
                ? new Reading.Withheld()
                : reading;
    }

    private Reading read(String spoken) {
        JsonNode value;
        try {
            value = MAPPER.readTree(fenced(spoken).orElse(spoken));
        } catch (JacksonException e) {
            return new Reading.Misfit(List.of("the reply is not JSON: " + said(e)));
        }
        if (value.isMissingNode()) {
            return new Reading.Misfit(List.of("the reply is empty"));
        }
        var faults = validator.validate(value).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .limit(MOST_FAULTS)
                .toList();
        return faults.isEmpty() ? new Reading.Fits(value) : new Reading.Misfit(faults);
    }

    /** The one fenced block; of several, none can be said to be the reply. */
    private static Optional<String> fenced(String text) {
        var blocks = FENCE.matcher(text).results().map(block -> block.group(1)).toList();
        return blocks.size() == 1 ? Optional.of(blocks.getFirst()) : Optional.empty();
    }

    private static String said(JacksonException e) {
        return e.getOriginalMessage()
                + " (line %d, column %d)"
                        .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
    }
}
