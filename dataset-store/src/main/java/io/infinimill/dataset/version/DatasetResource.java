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

    DatasetResource(Datasets datasets) {
        this.datasets = datasets;
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
}
