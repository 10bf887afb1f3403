package io.infinimill.judge;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Executes, re-checks and scores samples. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class JudgeService {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(JudgeService.class)
                .properties("spring.config.name=judge-service")
                .run(arguments);
    }
}
