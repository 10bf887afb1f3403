package io.infinimill.dataset.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.dataset.DatasetExport;
import io.infinimill.dataset.StoredSample;
import io.infinimill.dataset.TestEvents;
import io.infinimill.model.Hop;
import io.infinimill.model.Judgement;
import io.infinimill.model.Sample;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** What every format has to keep. */
abstract class FormatTest {

    private static final StoredSample JUDGED = new StoredSample(
            TestEvents.sample(TestEvents.JOB, TestEvents.DATASET, 1, 4, Sample.WORKED)
                    .through(new Hop("judge", List.of("Helpfulness[]"), "local", "small", "ab12", 310L, 12L, 450L)),
            List.of(new Judgement("Helpfulness[]", 8.5, "clear")));

    private static final StoredSample FOREIGN =
            new StoredSample(TestEvents.foreign("mine-1", "Größe \"x\"\n<image> – \u2028 ok? 🍎", "42"), List.of());

    abstract DatasetExport format();

    @Test
    void the_bytes_are_those_of_the_golden_file() throws IOException {
        var name = "/export/" + getClass().getSimpleName() + ".jsonl";
        try (var golden = FormatTest.class.getResourceAsStream(name)) {
            assertThat(golden).as(name).isNotNull();
            assertThat(written(JUDGED, FOREIGN))
                    .isEqualTo(golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void every_line_is_a_document_with_the_same_fields_and_types() throws IOException {
        var mapper = JsonMapper.shared();
        var documents = written(JUDGED, FOREIGN).lines().map(mapper::readTree).toList();
        assertThat(documents).hasSize(2);
        assertThat(documents.get(0).propertyNames()).isEqualTo(documents.get(1).propertyNames());
        for (var field : documents.get(0).propertyNames()) {
            var types = documents.stream()
                    .map(document -> document.path(field))
                    .filter(value -> !value.isNull())
                    .map(value -> value.getNodeType())
                    .distinct();
            assertThat(types).as(field).hasSizeLessThan(2);
        }
    }

    @Test
    void no_sample_gives_no_line() throws IOException {
        assertThat(written()).isEmpty();
    }

    private String written(StoredSample... samples) throws IOException {
        var out = new ByteArrayOutputStream();
        format().write(Stream.of(samples), out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
