package io.infinimill.bench;

import io.infinimill.standalone.ApiClient;
import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the product makes of some problems, taken from an export as any user gets it.
 *
 * @param templates verified templates by their ids
 * @param instances accepted instances with changed numbers, by the id of their template
 */
record Harvest(Map<String, JsonNode> templates, Map<String, List<JsonNode>> instances) {

    /** Uploads the problems and makes so many instances of each template, besides the one with the problem's own numbers. */
    static Harvest of(ApiClient api, String format, List<String> problems, int perTemplate)
            throws IOException, InterruptedException {
        var name = "precision-" + Long.toString(System.currentTimeMillis(), 36);
        SeedFile.upload(api, name, format, problems);
        var job = JobRun.follow(
                api, Map.of("recipe", Recipes.most(api, perTemplate + 1), "seedSet", name, "dataset", name));
        Figures.share("templates verified", job.templates(), job.templates() + job.refused(), "of the problems");
        var harvest = new Harvest(templates(api, name), instances(api, name));
        Figures.count(
                "accepted instances with changed numbers",
                harvest.size(),
                "%s rejected by filters and judges"
                        .formatted(Figures.grouped(job.samples("rejected") - job.refused())));
        return harvest;
    }

    /** The problem that a template was made from. */
    JsonNode seed(String templateId) {
        var template = templates.get(templateId);
        if (template == null) {
            throw new IllegalStateException("a sample has the unknown template " + templateId);
        }
        return template.path("seed");
    }

    List<JsonNode> instances(String templateId) {
        return instances.getOrDefault(templateId, List.of());
    }

    private long size() {
        return instances.values().stream().mapToLong(List::size).sum();
    }

    private static Map<String, JsonNode> templates(ApiClient api, String seedSet)
            throws IOException, InterruptedException {
        var templates = new LinkedHashMap<String, JsonNode>();
        var path = "/templates?seedSet=" + seedSet;
        for (var page = api.get(path);
                ;
                page = api.get(path + "&cursor=" + page.path("next").asString())) {
            page.path("items")
                    .forEach(template -> templates.put(template.path("id").asString(), template));
            if (!page.hasNonNull("next")) {
                return templates;
            }
        }
    }

    private static Map<String, List<JsonNode>> instances(ApiClient api, String dataset)
            throws IOException, InterruptedException {
        var version = api.post("/datasets/%s/versions".formatted(dataset), Map.of("note", "benchmark"));
        var file = Files.createTempFile("instances-", ".jsonl");
        try {
            api.download(
                    "/datasets/%s/versions/%d/exports/jsonl"
                            .formatted(dataset, version.path("number").asInt()),
                    file);
            var instances = new HashMap<String, List<JsonNode>>();
            try (var lines = Files.lines(file)) {
                lines.map(Wire.MAPPER::readTree)
                        .filter(sample -> sample.path("variant").asInt() > 0)
                        .forEach(sample -> instances
                                .computeIfAbsent(sample.path("templateId").asString(), id -> new ArrayList<>())
                                .add(sample));
            }
            return instances;
        } finally {
            Files.delete(file);
        }
    }
}
