package io.infinimill.standalone;

import io.infinimill.serving.access.Access;
import io.infinimill.serving.access.AccessSettings;
import io.infinimill.serving.access.MakeKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
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
        try {
            start(context, settings);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void start(ConfigurableApplicationContext context, StandaloneSettings settings) throws IOException {
        var servers = Servers.start(settings);
        SpringApplication.getShutdownHandlers().add(servers::close);
        var environment = context.getEnvironment();
        var sources = environment.getPropertySources();
        sources.addFirst(new MapPropertySource("servers", addresses(servers)));
        sources.addFirst(new MapPropertySource("own-address", ownAddress(environment)));
        context.getBeanFactory().registerSingleton("servers", servers);
    }

    private static Map<String, Object> addresses(Servers servers) {
        return Map.of(
                "spring.datasource.url", servers.database().url(),
                "spring.datasource.username", "postgres",
                "spring.datasource.password", "",
                "spring.kafka.bootstrap-servers", servers.broker().bootstrapServers(),
                "infinimill.filter.state-directory",
                        servers.home().resolve("filter").toString(),
                "infinimill.dataset.exports.directory",
                        servers.home().resolve("exports").toString());
    }

    /** The generator asks the services that run the other stages about their operators: here, itself. */
    private static Map<String, Object> ownAddress(Environment environment) throws IOException {
        var port = environment.getRequiredProperty("server.port", Integer.class);
        var served = port == 0 ? RememberedPort.anyFree() : port;
        var url = "http://%s:%d".formatted(reachable(environment.getProperty("server.address", "")), served);
        var properties = new HashMap<String, Object>(Map.of(
                "server.port", served,
                "infinimill.generator.recipe.filter-url", url,
                "infinimill.generator.recipe.judge-url", url));
        var access = Access.load(Binder.get(environment).bindOrCreate("infinimill", AccessSettings.class));
        if (access.required()) {
            properties.put("infinimill.service-key", MakeKey.make());
        }
        return properties;
    }

    private static String reachable(String address) throws IOException {
        var bound = InetAddress.getByName(address);
        var host = (bound.isAnyLocalAddress() ? InetAddress.getLoopbackAddress() : bound).getHostAddress();
        return host.contains(":") ? "[" + host + "]" : host;
    }
}
