package io.infinimill.teacher.fake;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One request as it came. */
public final class Asked {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final String hash;
    private final int times;
    private final byte[] body;

    Asked(String hash, int times, byte[] body) {
        this.hash = hash;
        this.times = times;
        this.body = body;
    }

    /** Of its bytes. */
    public String hash() {
        return hash;
    }

    /** How often these bytes came before. */
    public int times() {
        return times;
    }

    public JsonNode json() {
        return MAPPER.readTree(body);
    }

    /** The text of the messages, in their order. */
    public List<String> texts() {
        var texts = new ArrayList<String>();
        for (var message : json().path("messages")) {
            var content = message.path("content");
            if (content.isString()) {
                texts.add(content.stringValue());
            }
            for (var part : content) {
                texts.add(part.path("text").asString(""));
            }
        }
        return texts;
    }

    /** The same numbers whenever the same bytes come for the same time. */
    RandomGenerator random(long seed) {
        return new SplittableRandom(seed * 31 + hash.hashCode() * 1_000_003L + times);
    }
}
