package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** All samples of a dataset, committed as a version and exported. */
record Exported(String address, List<JsonNode> samples) {

    static Exported of(Api api, String dataset) throws IOException, InterruptedException {
        var versions = "/api/v1/datasets/%s/versions".formatted(dataset);
        var version = api.postJson(versions, "{\"note\": \"all of it\"}");
        assertThat(version.status()).as(version.body()).isEqualTo(201);
        var address = versions + "/" + version.json().path("number").asInt() + "/exports/jsonl";
        var export = api.get(address);
        assertThat(export.status()).as(export.body()).isEqualTo(200);
        return new Exported(
                address, export.body().lines().map(Wire.MAPPER::readTree).toList());
    }
}
