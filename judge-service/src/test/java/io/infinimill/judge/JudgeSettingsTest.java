package io.infinimill.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.unit.DataSize;

class JudgeSettingsTest {

    private static final JudgeSettings.Programs PROGRAMS = new JudgeSettings.Programs(
            2, Duration.ofSeconds(2), Duration.ofSeconds(5), DataSize.ofMegabytes(512), 1_000);

    @Test
    void bindsTheSettingsFile() throws IOException {
        var environment = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("judge-service.yml"))
                .forEach(environment.getPropertySources()::addLast);

        assertThat(Binder.get(environment)
                        .bind("infinimill.judge", JudgeSettings.class)
                        .get())
                .isEqualTo(new JudgeSettings(2, 500, Duration.ofSeconds(30), Duration.ofSeconds(1), PROGRAMS));
    }

    @Test
    void refusesWhatCannotWork() {
        assertThatThrownBy(() -> new JudgeSettings(0, 500, Duration.ofSeconds(30), Duration.ofSeconds(1), PROGRAMS))
                .hasMessage("infinimill.judge.consumers is 0, less than 1");
        assertThatThrownBy(() -> new JudgeSettings(2, 500, Duration.ofSeconds(30), Duration.ZERO, PROGRAMS))
                .hasMessage("infinimill.judge.retry-interval is 0, less than 1");
    }
}
