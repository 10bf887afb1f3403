package io.infinimill.standalone;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/** Runs everything: first {@link Servers}, then the services in one context. */
@SpringBootApplication(
        scanBasePackages = {
            "io.infinimill.standalone",
            "io.infinimill.generator",
            "io.infinimill.filter",
            "io.infinimill.judge",
            "io.infinimill.dataset"
        })
@ConfigurationPropertiesScan("io.infinimill.standalone")
public class Standalone {

    public static void main(String[] arguments) {
        System.setProperty("spring.config.name", "standalone");
        var application = new SpringApplication(Standalone.class);
        // Two services may each have a class of one name. The scans of their own application classes follow this too.
        application.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
        application.addInitializers(new StartServers());
        try {
            application.run(arguments);
        } catch (RuntimeException reported) {
            // Spring has reported it; threads of what had started would keep the process alive.
            System.exit(1);
        }
    }
}
