package io.infinimill.filter;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Keeps or drops samples, each drop with a reason. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class FilterService {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(FilterService.class)
                .properties("spring.config.name=filter-service")
                .run(arguments);
    }
}
