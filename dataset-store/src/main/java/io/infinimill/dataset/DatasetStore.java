package io.infinimill.dataset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Keeps what became of every sample: datasets, versions, lineage, exports. */
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class DatasetStore {

    public static void main(String[] arguments) {
        var application = new SpringApplication(DatasetStore.class);
        System.setProperty("spring.config.name", "dataset-store");
        application.run(arguments);
    }
}
