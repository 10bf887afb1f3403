package io.infinimill.generator.teacher;

import io.infinimill.teacher.shared.TeacherHealth;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How busy each configured teacher is, and what its replies have cost this process. */
@Component
class TeacherMeters {

    private static final double MILLION = 1e6;

    private final Teachers teachers;
    private final MeterRegistry registry;

    TeacherMeters(Teachers teachers, MeterRegistry registry) {
        this.teachers = teachers;
        this.registry = registry;
        teachers.names().forEach(this::register);
    }

    private void register(String name) {
        var teacher = teachers.configured(name);
        gauge(name, "slots.busy", "requests under way", TeacherHealth::inFlight);
        gauge(name, "slots", "requests that may be under way at once now", TeacherHealth::limit);
        gauge(name, "waiting", "requests without a slot", health -> (double) health.waiting() + health.retrying());
        gauge(name, "up", "1 while it answers", health -> health.state().equals("up") ? 1 : 0);
        count(name, "tokens", "in", health -> health.usage().tokensIn());
        count(name, "tokens", "out", health -> health.usage().tokensOut());
        count(
                name,
                "money",
                "in",
                health -> price(teacher.priceIn(), health.usage().tokensIn()));
        count(
                name,
                "money",
                "out",
                health -> price(teacher.priceOut(), health.usage().tokensOut()));
        FunctionCounter.builder("infinimill.teacher.failures", teachers, all -> failures(all.health(name)))
                .description("requests that failed")
                .tag("teacher", name)
                .register(registry);
    }

    private static double failures(TeacherHealth health) {
        return health.failures().values().stream().mapToLong(Long::longValue).sum();
    }

    private static double price(BigDecimal perMillion, long tokens) {
        return perMillion.doubleValue() * tokens / MILLION;
    }

    private void gauge(String name, String measure, String description, ToDoubleFunction<TeacherHealth> of) {
        Gauge.builder("infinimill.teacher." + measure, teachers, all -> of.applyAsDouble(all.health(name)))
                .description(description)
                .tag("teacher", name)
                .register(registry);
    }

    private void count(String name, String measure, String direction, ToDoubleFunction<TeacherHealth> of) {
        FunctionCounter.builder("infinimill.teacher." + measure, teachers, all -> of.applyAsDouble(all.health(name)))
                .description(measure + " of this teacher's replies to this process")
                .tag("teacher", name)
                .tag("direction", direction)
                .register(registry);
    }
}
