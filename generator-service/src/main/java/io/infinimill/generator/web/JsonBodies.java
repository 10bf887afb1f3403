package io.infinimill.generator.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.converter.HttpMessageNotWritableException;
import org.springframework.web.ErrorResponseException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the JSON that people send: decimals as they are written, no name twice, nothing behind the end, no character that
 * cannot be stored, and no more than a megabyte.
 */
final class JsonBodies extends AbstractHttpMessageConverter<JsonNode> {

    static final int LONGEST = 1 << 20;

    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    JsonBodies() {
        super(MediaType.APPLICATION_JSON, new MediaType("application", "*+json"));
    }

    @Override
    protected boolean supports(Class<?> type) {
        return JsonNode.class.isAssignableFrom(type);
    }

    @Override
    public List<MediaType> getSupportedMediaTypes(Class<?> type) {
        return supports(type) ? getSupportedMediaTypes() : List.of();
    }

    @Override
    protected boolean canWrite(@Nullable MediaType type) {
        return false;
    }

    @Override
    protected JsonNode readInternal(Class<? extends JsonNode> type, HttpInputMessage message) throws IOException {
        var bytes = message.getBody().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw refusal(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "The body is too large",
                    "a JSON body has at most %,d bytes".formatted(LONGEST));
        }
        try {
            var body = STRICT.readTree(bytes);
            check(body);
            return body;
        } catch (JacksonException e) {
            throw new HttpMessageNotReadableException("no JSON", e, message);
        }
    }

    private static void check(JsonNode node) {
        if (node.isString()) {
            check(node.asString());
        } else if (node.isContainer()) {
            node.propertyNames().forEach(JsonBodies::check);
            node.forEach(JsonBodies::check);
        }
    }

    private static void check(String text) {
        var fault = Characters.fault(text);
        if (fault != null) {
            throw refusal(HttpStatus.BAD_REQUEST, "The body cannot be read", "a text of the body has " + fault);
        }
    }

    private static ErrorResponseException refusal(HttpStatus status, String title, String detail) {
        var problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title);
        return new ErrorResponseException(status, problem, null);
    }

    @Override
    protected void writeInternal(JsonNode body, HttpOutputMessage message) {
        throw new HttpMessageNotWritableException("it only reads");
    }
}
