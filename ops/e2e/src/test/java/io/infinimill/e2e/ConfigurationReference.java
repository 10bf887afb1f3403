package io.infinimill.e2e;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** Every setting of ours as the settings records describe it and the services' files set it, as Markdown. */
final class ConfigurationReference {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OURS = "infinimill.";

    private static final List<String> FILES = List.of(
            "generator-service/src/main/resources/generator-service.yml",
            "filter-service/src/main/resources/filter-service.yml",
            "judge-service/src/main/resources/judge-service.yml",
            "dataset-store/src/main/resources/dataset-store.yml",
            "ops/standalone/src/main/resources/standalone.yml");

    private static final String HEAD = """
            # Settings

            <!-- Generated from the settings records and the services' files; ConfigurationReferenceTest compares. -->

            A setting is given on the command line (`./infinimill up --NAME=VALUE`), as an environment variable (upper case,
            with `_` for `.` and nothing or `_` for `-`), or as a file of its name in a folder that `SPRING_CONFIG_IMPORT=configtree:FOLDER/` names,
            which is how secrets come. Durations are written `200ms`, `30s`, `5m`; sizes `512KB`, `20GB`.

            Those of Spring Boot work too; the ones most asked for:

            | variable | what for |
            |---|---|
            | `HTTP_ADDRESS`, `HTTP_PORT` | where a service listens when it runs alone; `--server.address`, `--server.port` for all in one process |
            | `KAFKA_BOOTSTRAP_SERVERS` | the brokers |
            | `SPRING_KAFKA_PROPERTIES_SECURITY_PROTOCOL`, `SPRING_KAFKA_SSL_*`, `SPRING_KAFKA_PROPERTIES_SASL_*` | TLS and login there, see [upgrading.md](upgrading.md#tls) |
            | `POSTGRES_URL`, `POSTGRES_USER`, `POSTGRES_PASSWORD` | the database of generator and dataset store |
            | `LOGGING_STRUCTURED_FORMAT_CONSOLE` | `ecs`, `logstash` or `gelf`: one JSON object a line |
            | `OTEL_EXPORTER_OTLP_ENDPOINT`, `OTEL_TRACES_SAMPLER_ARG` | where traces go, such as `http://collector:4318`, and the share of samples that is drawn (0.01) |
            | `LOGGING_LEVEL_AUDIT` | `off` for no audit log |
            """;

    private ConfigurationReference() {}

    /** @param value as it is set where nobody sets it, or the empty string */
    record Setting(String name, String type, String value, String description) {

        String row() {
            return "| `%s` | %s | %s | %s |"
                    .formatted(name, type, value.isEmpty() ? "" : "`" + value + "`", description);
        }

        String group() {
            var parts = name.split("\\.");
            return parts.length < 3
                    ? "Access, and where things are kept"
                    : switch (parts[1]) {
                        case "generator" -> "Generator";
                        case "filter" -> "Filters";
                        case "judge" -> "Judges";
                        case "dataset" -> "Dataset store";
                        default -> "All services";
                    };
        }
    }

    static String generate() throws IOException {
        var page = new StringBuilder(HEAD);
        var groups =
                settings().stream().collect(Collectors.groupingBy(Setting::group, TreeMap::new, Collectors.toList()));
        groups.forEach((group, settings) -> {
            page.append("\n## ").append(group).append("\n\n| setting | type | value | what for |\n|---|---|---|---|\n");
            settings.forEach(setting -> page.append(setting.row()).append('\n'));
        });
        return page.toString();
    }

    static List<Setting> settings() throws IOException {
        var set = values();
        var settings = new TreeMap<String, Setting>();
        for (var source :
                Collections.list(ConfigurationReference.class.getClassLoader().getResources(METADATA))) {
            try (var text = source.openStream()) {
                for (var property : Wire.MAPPER.readTree(text).path("properties")) {
                    var name = property.path("name").asString();
                    if (name.startsWith(OURS)) {
                        settings.put(name, setting(name, property, set));
                    }
                }
            }
        }
        return settings.values().stream()
                .sorted(Comparator.comparing(Setting::name))
                .toList();
    }

    private static Setting setting(String name, JsonNode property, Map<String, String> set) {
        var unset = property.path("defaultValue");
        var value = set.getOrDefault(name, unset.isMissingNode() ? "" : text(unset));
        return new Setting(
                name,
                type(property.path("type").asString("")),
                value,
                markdown(property.path("description").asString("")));
    }

    private static String markdown(String javadoc) {
        return javadoc.replaceAll("\\{@\\w+ ([^}]*)}", "`$1`").replace("|", "\\|");
    }

    private static String text(JsonNode value) {
        return value.isValueNode() ? value.asString() : value.toString();
    }

    /** A type without its packages. */
    private static String type(String name) {
        return name.replaceAll("[a-z0-9_]+\\.", "").replaceAll("\\w+\\$", "").toLowerCase(Locale.ROOT);
    }

    /** What the files set, those of one process last. */
    private static Map<String, String> values() throws IOException {
        var values = new TreeMap<String, String>();
        for (var file : FILES) {
            var text = Files.readString(Repository.ROOT.resolve(file), StandardCharsets.UTF_8);
            for (var document : new Yaml().loadAll(text)) {
                flatten("", Wire.MAPPER.valueToTree(document), values);
            }
        }
        return values;
    }

    private static void flatten(String name, JsonNode node, Map<String, String> values) {
        if (node.isObject()) {
            node.properties()
                    .forEach(each -> flatten(
                            name.isEmpty() ? each.getKey() : name + "." + each.getKey(), each.getValue(), values));
        } else if (name.startsWith(OURS)) {
            values.put(name, text(node));
        }
    }
}
