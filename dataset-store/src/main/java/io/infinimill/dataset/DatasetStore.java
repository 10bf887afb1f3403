package io.infinimill.dataset;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Keeps what became of every sample: datasets, versions, lineage, exports. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class DatasetStore {

    public static void main(String[] arguments) {
        var application = new SpringApplication(DatasetStore.class);
        System.setProperty("spring.config.name", "dataset-store");
        application.run(arguments);
    }
}
