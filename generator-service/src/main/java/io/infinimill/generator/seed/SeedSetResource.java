package io.infinimill.generator.seed;

import io.infinimill.generator.web.Conflict;
import io.infinimill.generator.web.Page;
import io.infinimill.generator.web.UnknownName;
import io.infinimill.model.Seed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/seed-sets")
class SeedSetResource {

    private final SeedSets sets;
    private final SeedUpload upload;

    SeedSetResource(SeedSets sets, SeedUpload upload) {
        this.sets = sets;
        this.upload = upload;
    }

    @PostMapping("/{name}")
    ResponseEntity<SeedUpload.Report> upload(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String format,
            HttpServletRequest request)
            throws IOException {
        if (name.equals(PrimerSeedSet.NAME)) {
            throw new Conflict("seed set '%s' is the shipped one. Maybe upload under another name".formatted(name));
        }
        var lines = Encoded.open(request.getHeader(HttpHeaders.CONTENT_ENCODING), request.getInputStream());
        var report = store(name, format, lines);
        return ResponseEntity.created(URI.create("/api/v1/seed-sets/" + name)).body(report);
    }

    private SeedUpload.Report store(String name, @Nullable String format, InputStream lines) throws IOException {
        try {
            return upload.store(name, format, lines);
        } catch (UncheckedIOException brokenOff) {
            throw brokenOff.getCause();
        }
    }

    @GetMapping
    Page<SeedSets.SeedSet> list(@RequestParam(required = false) @Nullable String cursor) {
        return Page.of(size -> sets.list(Page.text(cursor), size), SeedSets.SeedSet::name);
    }

    @GetMapping("/{name}")
    SeedSets.SeedSet show(@PathVariable String name) {
        return sets.find(name).orElseThrow(() -> new UnknownName("seed set", name, sets.names()));
    }

    @GetMapping("/{name}/seeds")
    Page<Seed> seeds(@PathVariable String name, @RequestParam(required = false) @Nullable String cursor) {
        show(name);
        var page =
                Page.of(size -> sets.seeds(name, Page.number(cursor), size), placed -> Long.toString(placed.ordinal()));
        return page.map(SeedSets.PlacedSeed::seed);
    }
}
