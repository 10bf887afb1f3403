package io.infinimill.generator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.infinimill.generator.contract.ContractResource.EventSchema;
import io.infinimill.generator.web.UnknownName;
import io.infinimill.model.Topics;
import io.infinimill.wire.Wire;
import org.junit.jupiter.api.Test;

class ContractResourceTest {

    private final ContractResource resource = new ContractResource();

    @Test
    void listsEveryEventWithItsTopic() {
        assertThat(resource.list().items())
                .hasSameSizeAs(Topics.EVENTS.keySet())
                .contains(new EventSchema("SampleJudged", "samples.judged", "/api/v1/schemas/SampleJudged"))
                .allSatisfy(schema -> assertThat(resource.show(schema.event())).contains("\"properties\""));
    }

    @Test
    void showsTheSchemaOfAnEvent() {
        var schema = Wire.MAPPER.readTree(resource.show("SeedSubmitted"));

        assertThat(schema.path("$schema").asString()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.path("title").asString()).isEqualTo("SeedSubmitted");
    }

    @Test
    void suggestsTheNearestEvent() {
        assertThatThrownBy(() -> resource.show("SampleJudge"))
                .isInstanceOf(UnknownName.class)
                .hasMessageContaining("there is no event 'SampleJudge'; known: JobSubmitted, SeedSubmitted")
                .hasMessageEndingWith("\nMaybe 'SampleJudged'");
    }

    @Test
    void showsTheTopicsAsAsyncApi() {
        var document = Wire.MAPPER.readTree(resource.asyncApi());

        assertThat(document.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(document.path("channels").propertyNames()).contains("seeds.submitted", "samples.judged");
    }
}
