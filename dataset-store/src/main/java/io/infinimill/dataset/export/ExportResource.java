package io.infinimill.dataset.export;

import io.infinimill.dataset.CorrectionExport;
import io.infinimill.dataset.DatasetExport;
import io.infinimill.dataset.ExportFormat;
import io.infinimill.dataset.Split;
import io.infinimill.dataset.UnknownName;
import io.infinimill.dataset.version.VersionReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/datasets/{dataset}/versions/{version}/exports")
class ExportResource {

    private final VersionReader versions;
    private final Exports exports;
    private final Map<String, ExportFormat> formats;
    private final ExportMeter meter;

    ExportResource(
            VersionReader versions, Exports datasetExports, DatasetFormats datasetFormats, ExportMeter exportMeter) {
        this.versions = versions;
        this.exports = datasetExports;
        this.formats = datasetFormats.byName();
        this.meter = exportMeter;
    }

    /**
     * @param format a format's name, with {@code .gz} or {@code .zst} for a compressed file; without, Accept-Encoding
     *     decides on the transfer
     * @param split {@code train}, {@code validation} or {@code test}; without, everything
     */
    @GetMapping("/{format:.+}")
    void export(
            @PathVariable String dataset,
            @PathVariable String version,
            @PathVariable String format,
            @RequestParam @Nullable String split,
            @RequestHeader(name = HttpHeaders.ACCEPT_ENCODING, required = false) @Nullable String encodings,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var located = versions.locate(dataset, version);
        var suffix = Codec.ofSuffix(format);
        var name = suffix.map(codec -> format.substring(0, format.length() - codec.suffix.length()))
                .orElse(format);
        var export = formats.get(name);
        if (export == null) {
            throw new UnknownName("export format", name, formats.keySet());
        }
        var codec = suffix.orElseGet(() -> Codec.accepted(encodings));
        var asked = asked(located, name, export, split(split), codec);
        long sent = new FileReply(asked.tag(), headers(asked, suffix.isPresent()), request, response)
                .send(() -> exports.file(asked));
        meter.sent(name, sent);
    }

    private Exports.Asked asked(
            VersionReader.Located located, String name, ExportFormat export, @Nullable Split split, Codec codec) {
        var templates = switch (export) {
            case DatasetExport _ -> List.<UUID>of();
            case CorrectionExport _ -> versions.corrected(located, split);
        };
        return new Exports.Asked(located, name, export, split, templates, codec);
    }

    /** @param compressed whether the file itself is compressed, and not only its transfer */
    private static Map<String, String> headers(Exports.Asked asked, boolean compressed) {
        var codec = asked.codec();
        var headers = new HashMap<String, String>();
        headers.put(HttpHeaders.CONTENT_DISPOSITION, disposition(asked, compressed));
        headers.put(HttpHeaders.CACHE_CONTROL, "no-cache");
        headers.put(HttpHeaders.CONTENT_TYPE, compressed ? codec.mediaType : Codec.IDENTITY.mediaType);
        if (!compressed) {
            headers.put(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
        if (!compressed && codec != Codec.IDENTITY) {
            headers.put(HttpHeaders.CONTENT_ENCODING, codec.encoding);
        }
        return headers;
    }

    private static @Nullable Split split(@Nullable String label) {
        if (label == null) {
            return null;
        }
        for (var split : Split.values()) {
            if (split.label().equals(label)) {
                return split;
            }
        }
        throw new UnknownName("split", label, Split.labels());
    }

    private static String disposition(Exports.Asked asked, boolean compressed) {
        var name = "%s-v%d%s-%s.jsonl%s"
                .formatted(
                        asked.version().dataset(),
                        asked.version().version().number(),
                        asked.split() == null ? "" : "-" + asked.split().label(),
                        asked.format(),
                        compressed ? asked.codec().suffix : "");
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }
}
