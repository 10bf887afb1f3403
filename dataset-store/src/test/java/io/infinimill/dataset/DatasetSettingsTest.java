package io.infinimill.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class DatasetSettingsTest {

    @Test
    void the_shipped_file_sets_everything() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("shipped", new ClassPathResource("dataset-store.yml"))
                .forEach(environment.getPropertySources()::addLast);
        var settings = Binder.get(environment)
                .bind("infinimill.dataset", DatasetSettings.class)
                .get();
        assertThat(settings)
                .isEqualTo(new DatasetSettings(
                        2,
                        Duration.ofSeconds(1),
                        3,
                        new DatasetSettings.Exports(Path.of(".infinimill/exports"), DataSize.ofGigabytes(20), 2)));
    }

    @Test
    void impossible_values_are_refused_with_advice() {
        var exports = new DatasetSettings.Exports(Path.of("x"), DataSize.ofBytes(1), 1);
        assertThatThrownBy(() -> new DatasetSettings(0, Duration.ofSeconds(1), 3, exports))
                .hasMessage("infinimill.dataset.consumers is 0\nMaybe 2");
        assertThatThrownBy(() -> new DatasetSettings(1, Duration.ZERO, 3, exports))
                .hasMessage("infinimill.dataset.retry-interval is PT0S\nMaybe 1s");
        assertThatThrownBy(() -> new DatasetSettings(1, Duration.ofSeconds(1), 30, exports))
                .hasMessage("infinimill.dataset.compression-level is 30\nMaybe 3, of 1 to 19");
    }
}
