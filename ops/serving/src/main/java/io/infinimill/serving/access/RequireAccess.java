package io.infinimill.serving.access;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Refuses to start where other machines could call and anybody may, before anything else is started. */
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequireAccess implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (context instanceof WebServerApplicationContext) {
            var environment = context.getEnvironment();
            var settings = Binder.get(environment).bindOrCreate("infinimill", AccessSettings.class);
            Access.load(settings).requireOutsideLoopback(environment.getProperty("server.address", ""));
        }
    }
}
