package io.infinimill.standalone;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports whether the Kafka process is there. */
@Component("kafkaHealthIndicator")
class BrokerHealth implements HealthIndicator {

    private final EmbeddedBroker broker;

    BrokerHealth(Servers servers) {
        this.broker = servers.broker();
    }

    @Override
    public Health health() {
        var state = broker.isAlive() ? Health.up() : Health.down();
        return state.withDetail("bootstrapServers", broker.bootstrapServers()).build();
    }
}
