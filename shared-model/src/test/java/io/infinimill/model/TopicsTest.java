package io.infinimill.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TopicsTest {

    @ParameterizedTest
    @CsvSource({
        "seeds.submitted, 8, ,",
        "samples.judged, 8, ,",
        "jobs.submitted, 1, cleanup.policy, compact",
        "jobs.progressed, 1, cleanup.policy, compact",
        "templates.verified, 1, retention.ms, -1",
    })
    void aTopicIsTheSameWhoeverCreatesIt(String topic, int partitions, String setting, String value) {
        assertThat(Topics.partitions(topic, 8)).isEqualTo(partitions);
        assertThat(Topics.settings(topic)).isEqualTo(setting == null ? Map.of() : Map.of(setting, value));
    }
}
