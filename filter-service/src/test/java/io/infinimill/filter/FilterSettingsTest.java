package io.infinimill.filter;

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

class FilterSettingsTest {

    @Test
    void bindsTheSettingsFile() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("filter-service.yml"))
                .forEach(environment.getPropertySources()::addLast);

        assertThat(Binder.get(environment)
                        .bind("infinimill.filter", FilterSettings.class)
                        .get())
                .isEqualTo(new FilterSettings(
                        2,
                        Path.of(".infinimill/filter"),
                        Duration.ofMillis(200),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(60),
                        Duration.ofSeconds(20)));
    }

    @Test
    void refusesWhatCannotWork() {
        var second = Duration.ofSeconds(1);

        assertThatThrownBy(() -> new FilterSettings(0, Path.of("state"), second, second, second, second, second))
                .hasMessage("infinimill.filter.threads is 0, less than 1");
        assertThatThrownBy(() -> new FilterSettings(1, Path.of("state"), second, Duration.ZERO, second, second, second))
                .hasMessage("infinimill.filter.patience is PT0S, not more than nothing");
    }
}
