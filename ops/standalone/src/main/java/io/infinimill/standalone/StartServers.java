package io.infinimill.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts the servers between reading the settings and creating the first bean, and puts their addresses where the
 * services look for them. They stop after the context has closed.
 */
class StartServers implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        var settings = Binder.get(environment).bindOrCreate("infinimill", StandaloneSettings.class);
        var keys = ApiKeys.load(settings);
        keys.requireOutsideLoopback(environment.getProperty("server.address", ""));
        var servers = start(settings);
        SpringApplication.getShutdownHandlers().add(servers::close);
        environment.getPropertySources().addFirst(new MapPropertySource("servers", addresses(servers)));
        context.getBeanFactory().registerSingleton("servers", servers);
        context.getBeanFactory().registerSingleton("apiKeys", keys);
    }

    private static Servers start(StandaloneSettings settings) {
        try {
            return Servers.start(settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Map<String, Object> addresses(Servers servers) {
        return Map.of(
                "spring.datasource.url", servers.database().url(),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "",
                "spring.kafka.bootstrap-servers", servers.broker().bootstrapServers(),
                "spring.kafka.streams.state-dir",
                        servers.home().resolve("streams").toString(),
                "infinimill.home", servers.home().resolve("").toString());
    }
}
