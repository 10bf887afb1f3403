package io.infinimill.dataset.version;

import io.infinimill.dataset.Cursor;
import io.infinimill.dataset.Page;
import java.net.URI;
import java.security.Principal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/versions")
class VersionResource {

    private static final String PATH = "/api/v1/datasets/{dataset}/versions/{version}";

    private final Datasets datasets;
    private final Versions versions;
    private final VersionReader reader;

    VersionResource(Datasets datasets, Versions versions, VersionReader reader) {
        this.datasets = datasets;
        this.versions = versions;
        this.reader = reader;
    }

    /** @param body a {@link NewVersion} */
    @PostMapping
    ResponseEntity<Version> create(
            @PathVariable String dataset, @RequestBody JsonNode body, @Nullable Principal caller) {
        var asked = NewVersion.of(body);
        var version = versions.create(
                datasets.number(dataset), asked.note(), caller == null ? null : caller.getName(), asked.selection());
        return ResponseEntity.created(location(dataset, version)).body(version);
    }

    @GetMapping
    Page<Version> list(@PathVariable String dataset, @RequestParam @Nullable String cursor) {
        int before = (int) Cursor.number(cursor, Integer.MAX_VALUE);
        return Page.of(versions.before(datasets.number(dataset), before, Page.SIZE + 1), Version::number);
    }

    @GetMapping("/{version}")
    Version version(@PathVariable String dataset, @PathVariable String version) {
        return reader.locate(dataset, version).version();
    }

    /** @param q text that the question or the response contains, whatever its case */
    @GetMapping("/{version}/samples")
    Page<ListedSample> samples(
            @PathVariable String dataset,
            @PathVariable String version,
            @RequestParam @Nullable String cursor,
            @RequestParam @Nullable String q) {
        return reader.readAfter(
                reader.locate(dataset, version), Cursor.key(cursor), null, samples -> ListedSample.page(samples, q));
    }

    @GetMapping(path = "/{version}/card", produces = "text/markdown;charset=UTF-8")
    String card(@PathVariable String dataset, @PathVariable String version) {
        var located = reader.locate(dataset, version);
        return DatasetCard.of(dataset, located.version(), datasets.licences(located.datasetNumber()));
    }

    private static URI location(String dataset, Version version) {
        return UriComponentsBuilder.fromPath(PATH)
                .encode()
                .buildAndExpand(dataset, version.number())
                .toUri();
    }
}
