package io.infinimill.standalone;

import java.io.IOException;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps the file that says where the API is, from the first request that is served to the last. */
@Component
class Announcement {

    private final Servers servers;
    private String address = "";

    Announcement(Servers servers) {
        this.servers = servers;
    }

    @EventListener
    void note(WebServerInitializedEvent initialized) {
        var environment = initialized.getApplicationContext().getEnvironment();
        address = "http://%s:%d"
                .formatted(
                        environment.getProperty("server.address"),
                        initialized.getWebServer().getPort());
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() throws IOException {
        servers.home().announce(address);
    }

    @EventListener(ContextClosedEvent.class)
    void withdraw() throws IOException {
        servers.home().withdraw();
    }
}
