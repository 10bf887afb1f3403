package io.infinimill.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.TemplateCommand;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The chart as Helm renders it with its example values, held against the schemas of Kubernetes. */
class HelmChartTest {

    private static final Path CHART = Repository.ROOT.resolve("ops/helm/infinimill");
    private static final String KUBERNETES = "1.31.0";

    static Stream<Path> values() throws IOException {
        try (var files = Files.list(CHART.resolve("ci"))) {
            return files.sorted().toList().stream();
        }
    }

    /** KEDA's own kinds are none of Kubernetes'. */
    @ParameterizedTest
    @MethodSource("values")
    void rendersWhatKubernetesTakes(Path values) {
        var resources = resources(template().withValuesFile(values).call());

        assertThat(resources)
                .extracting(resource -> String.valueOf(resource.get("kind")))
                .contains("Deployment", "Service", "NetworkPolicy", "PodDisruptionBudget");
        assertThat(resources)
                .filteredOn(HelmChartTest::isOfKubernetes)
                .allSatisfy(resource -> assertThatCode(() -> validate(resource))
                        .as(resource.get("kind") + " " + resource.get("metadata"))
                        .doesNotThrowAnyException());
    }

    @Test
    void findsWhatKubernetesWouldNotTake() throws IOException {
        var rendered = template()
                .withValuesFile(values().findFirst().orElseThrow())
                .call()
                .replace("livenessProbe:", "livelinessProbe:");

        assertThat(resources(rendered))
                .filteredOn(HelmChartTest::isOfKubernetes)
                .anySatisfy(resource ->
                        assertThatThrownBy(() -> validate(resource)).hasMessageContaining("livelinessProbe"));
    }

    @Test
    void asksForWhatMustBeSaid() {
        assertThatThrownBy(() -> template().call()).hasMessageContaining("bootstrapServers");
    }

    private static TemplateCommand template() {
        return new Helm(CHART).template().withName("check").withKubeVersion(KUBERNETES);
    }

    private static List<Map<String, Object>> resources(String rendered) {
        var resources = new ArrayList<Map<String, Object>>();
        for (Object document : new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(rendered)) {
            if (document instanceof Map<?, ?> resource) {
                var named = new LinkedHashMap<String, Object>();
                resource.forEach((name, value) -> named.put(String.valueOf(name), value));
                resources.add(named);
            }
        }
        return resources;
    }

    private static boolean isOfKubernetes(Map<String, Object> resource) {
        return !String.valueOf(resource.get("apiVersion")).startsWith("keda.sh/");
    }

    /** By the model of its kind and version, such as {@code V2HorizontalPodAutoscaler} for {@code autoscaling/v2}. */
    private static void validate(Map<String, Object> resource) throws Exception {
        var version = String.valueOf(resource.get("apiVersion"))
                .replaceFirst(".*/v", "V")
                .replaceFirst("^v", "V");
        var model = Class.forName("io.kubernetes.client.openapi.models." + version + resource.get("kind"));
        try {
            model.getMethod("validateJsonElement", JsonElement.class).invoke(null, new Gson().toJsonTree(resource));
        } catch (InvocationTargetException e) {
            throw e.getCause() instanceof IllegalArgumentException fault ? fault : e;
        }
    }
}
