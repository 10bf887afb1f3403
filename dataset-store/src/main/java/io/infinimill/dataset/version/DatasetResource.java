package io.infinimill.dataset.version;

import io.infinimill.dataset.Cursor;
import io.infinimill.dataset.Page;
import io.infinimill.model.ReasonCount;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets")
class DatasetResource {

    private final Datasets datasets;
    private final Samples samples;
    private final Lineages lineages;
    private final VersionReader reader;

    DatasetResource(Datasets datasets, Samples storedSamples, Lineages lineages, VersionReader versionReader) {
        this.datasets = datasets;
        this.samples = storedSamples;
        this.lineages = lineages;
        this.reader = versionReader;
    }

    /** A dataset with what its jobs had turned down. */
    record Detail(
            String name,
            long accepted,
            long rejected,
            long templates,
            @Nullable Integer latestVersion,
            List<String> jobs,
            List<ReasonCount> reasons) {}

    @GetMapping
    Page<Datasets.Dataset> list(@RequestParam @Nullable String cursor) {
        return Page.of(datasets.after(Cursor.text(cursor, ""), Page.SIZE + 1), Datasets.Dataset::name);
    }

    @GetMapping("/{dataset}")
    Detail detail(@PathVariable String dataset) {
        int number = datasets.number(dataset);
        var found = datasets.load(number);
        return new Detail(
                found.name(),
                found.accepted(),
                found.rejected(),
                found.templates(),
                found.latestVersion(),
                datasets.jobs(number),
                datasets.rejected(number));
    }

    @GetMapping("/{dataset}/rejects")
    Page<Reject> rejects(
            @PathVariable String dataset,
            @RequestParam @Nullable String reason,
            @RequestParam @Nullable String cursor) {
        var stored = samples.rejected(datasets.number(dataset), reason, Cursor.key(cursor), Page.SIZE + 1);
        var page = Page.of(stored, Samples.Stored::id);
        return new Page<>(page.items().stream().map(Reject::of).toList(), page.next());
    }

    @GetMapping("/{dataset}/samples/{id}/lineage")
    Lineage lineage(@PathVariable String dataset, @PathVariable String id) {
        return lineages.load(datasets.number(dataset), id);
    }

    @GetMapping("/{dataset}/diff")
    Difference diff(@PathVariable String dataset, @RequestParam String from, @RequestParam String to) {
        var older = reader.locate(dataset, from);
        var newer = reader.locate(dataset, to);
        return Difference.of(older, newer, reader, samples);
    }
}
