package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.infinimill.wire.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** What the dashboards show and the alerts watch is really measured. */
class MeasuresIT {

    @RegisterExtension
    static final Infinimill INFINIMILL = Infinimill.standalone(
            "--infinimill.generator.teachers.default.url=http://127.0.0.1:9/v1",
            "--infinimill.generator.teachers.default.model=none");

    private static final Path DASHBOARDS = Repository.ROOT.resolve("ops/grafana/dashboards");
    private static final Path ALERTS = Repository.ROOT.resolve("ops/prometheus/alerts.yml");
    private static final Path PROMETHEUS = Repository.ROOT.resolve("ops/prometheus/prometheus.yml");

    /** A metric is what has an underscore and is neither a label's name nor a function: those here are written without. */
    private static final Pattern METRIC = Pattern.compile("\\b(?:infinimill|http|jvm|process|system)_[a-z_]+\\b");

    private static final String LAG = "infinimill_kafka_lag{";
    private static final List<String> GROUPS = List.of(
            "group=\"generator-service\",topic=\"seeds.submitted\"",
            "group=\"filter-service\",topic=\"samples.generated\"",
            "group=\"judge-service\",topic=\"samples.filtered\"",
            "group=\"dataset-store\",topic=\"samples.judged\"");

    private static final int POLL_MILLIS = 200;

    private static String scraped = "";

    @BeforeAll
    static void runAJobAndScrape() throws Exception {
        var api = INFINIMILL.api();
        Job.submit(api, "mine", 200).awaitEnd(api);
        api.postJson("/api/v1/datasets/mine/versions", "{\"note\": \"first\"}");
        api.get("/api/v1/datasets/mine/versions/1/exports/jsonl");
        var deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
        do {
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
            scraped = api.get("/actuator/prometheus").body();
        } while (!lags().containsAll(GROUPS) && System.nanoTime() < deadline);
    }

    @Test
    void everyPanelShowsWhatIsMeasured() throws Exception {
        for (var dashboard : dashboards()) {
            for (var panel : dashboard.path("panels")) {
                assertThat(panel.path("description").asString()).isNotBlank();
                for (var target : panel.path("targets")) {
                    assertMeasured(target.path("expr").asString());
                }
            }
        }
    }

    @Test
    void everyAlertWatchesWhatIsMeasuredAndSaysWhatToDo() throws Exception {
        var rules = alerts();
        assertThat(rules).hasSizeGreaterThan(5);
        for (var rule : rules) {
            var expression = rule.path("expr").asString();
            if (!expression.startsWith("up{")) {
                assertMeasured(expression);
            }
            assertThat(rule.path("annotations").path("summary").asString()).isNotBlank();
            assertThat(rule.path("annotations").path("runbook").asString())
                    .as("what to do about " + rule.path("alert").asString())
                    .hasSizeGreaterThan(100);
        }
    }

    /** The other way round: a measure that is named in a dashboard by no panel is one that nobody would look at. */
    @Test
    void everyMeasureOfOursIsShownSomewhere() throws Exception {
        var shown = new TreeSet<String>();
        for (var dashboard : dashboards()) {
            shown.addAll(names(dashboard.toString()));
        }
        alerts().forEach(rule -> shown.addAll(names(rule.path("expr").asString())));

        assertThat(shown)
                .containsAll(measured().stream()
                        .filter(name -> name.startsWith("infinimill_"))
                        .collect(Collectors.toSet()));
    }

    @Test
    void theLagOfEveryGroupIsMeasured() {
        assertThat(lags()).containsAll(GROUPS);
    }

    /** The labels of each lag. A group has none before its first commit. */
    private static List<String> lags() {
        return scraped.lines()
                .filter(line -> line.startsWith(LAG))
                .map(line -> line.substring(LAG.length(), line.indexOf('}')))
                .toList();
    }

    /** A label whose values have no end would fill Prometheus: neither samples nor jobs are labels. */
    @Test
    void noLabelGrowsWithTheWork() throws Exception {
        var job = INFINIMILL.api().get("/api/v1/jobs").json().at("/items/0/id").asString();

        assertThat(job).isNotBlank();
        assertThat(scraped).doesNotContain(job);
        assertThat(scraped.lines().filter(line -> line.startsWith("infinimill_")))
                .hasSizeLessThan(300);
    }

    @Test
    void prometheusTakesTheRules() throws Exception {
        var settings = yaml(PROMETHEUS);
        assertThat(settings.at("/rule_files/0").asString()).isEqualTo("alerts.yml");
        assertThat(settings.at("/scrape_configs/0/metrics_path").asString()).isEqualTo("/actuator/prometheus");
        assertThat(settings.at("/scrape_configs/0/static_configs/0/targets")).hasSize(4);

        var check = new ProcessBuilder("promtool", "check", "rules", ALERTS.toString())
                .redirectErrorStream(true)
                .start();
        var says = new String(check.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(check.waitFor()).as(says).isZero();
    }

    private static void assertMeasured(String expression) {
        var names = names(expression);
        assertThat(names).as(expression).isNotEmpty();
        assertThat(measured()).as(expression).containsAll(names);
    }

    private static Set<String> names(String expression) {
        return METRIC.matcher(expression).results().map(match -> match.group()).collect(Collectors.toSet());
    }

    private static Set<String> measured() {
        return scraped.lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<JsonNode> alerts() throws IOException {
        var rules = new ArrayList<JsonNode>();
        yaml(ALERTS).path("groups").forEach(group -> group.path("rules").forEach(rules::add));
        return rules;
    }

    private static List<JsonNode> dashboards() throws IOException {
        try (var files = Files.list(DASHBOARDS)) {
            var found = files.filter(file -> file.toString().endsWith(".json")).toList();
            assertThat(found).isNotEmpty();
            var read = new ArrayList<JsonNode>();
            for (var file : found) {
                read.add(Wire.MAPPER.readTree(Files.readString(file)));
            }
            return read;
        }
    }

    private static JsonNode yaml(Path file) throws IOException {
        return Wire.MAPPER.valueToTree(new Yaml().load(Files.readString(file)));
    }
}
