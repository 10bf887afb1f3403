package io.infinimill.dataset.version;

import io.infinimill.dataset.StoredSample;
import io.infinimill.dataset.UnknownName;
import io.infinimill.dataset.archive.Key;
import io.infinimill.model.Sample;
import io.infinimill.model.SampleJudged;
import io.infinimill.model.SampleRejected;
import io.infinimill.model.Template;
import io.infinimill.model.TemplateVerified;
import io.infinimill.wire.Wire;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Puts lineages together. */
final class Lineages {

    private static final String TEMPLATE = "select event from dataset.templates where dataset = ? and id = ?";

    private final JdbcTemplate jdbc;
    private final Samples samples;
    private final Versions versions;

    Lineages(JdbcTemplate jdbc, Samples samples, Versions versions) {
        this.jdbc = jdbc;
        this.samples = samples;
        this.versions = versions;
    }

    Lineage load(int dataset, String id) {
        var stored = samples.find(dataset, Key.of(id))
                .orElseThrow(() -> new UnknownName(
                        "sample",
                        id,
                        "it is still on its way, a dead letter (/api/v1/dead-letters) or of another dataset"));
        return stored.accepted() ? accepted(dataset, stored) : rejected(dataset, stored);
    }

    private Lineage accepted(int dataset, Samples.Stored stored) {
        var event = Wire.read(stored.event(), SampleJudged.class);
        var sample = event.sample();
        var template = template(dataset, sample);
        return new Lineage(
                "accepted",
                sample,
                new StoredSample(sample, event.judgements()).split().label(),
                template == null ? null : template.seed(),
                template,
                event.judgements(),
                null,
                versions.containing(dataset, stored.number()));
    }

    private Lineage rejected(int dataset, Samples.Stored stored) {
        var event = Wire.read(stored.event(), SampleRejected.class);
        var sample = event.sample();
        var template = template(dataset, sample);
        return new Lineage(
                "rejected",
                sample,
                new StoredSample(sample, List.of()).split().label(),
                template == null ? null : template.seed(),
                template,
                List.of(),
                new Lineage.Rejection(event.stage(), event.operator(), event.reason(), event.detail()),
                List.of());
    }

    private @Nullable Template template(int dataset, Sample sample) {
        var id = sample.templateId();
        return id == null
                ? null
                : jdbc.queryForList(TEMPLATE, byte[].class, dataset, Key.of(id)).stream()
                        .map(event -> Wire.read(event, TemplateVerified.class).template())
                        .findFirst()
                        .orElse(null);
    }
}
