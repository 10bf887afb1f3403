package io.infinimill.filter;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps or drops samples, each drop with a reason. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class FilterService {

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(FilterService.class)
                .properties("spring.config.name=filter-service")
                .run(arguments);
    }
}
