package io.infinimill.judge;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Executes, re-checks and scores samples. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class JudgeService {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(JudgeService.class)
                .properties("spring.config.name=judge-service")
                .run(arguments);
    }
}
