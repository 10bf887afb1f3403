package io.infinimill.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.infinimill.generator.teacher.AskTeachers;
import io.infinimill.generator.teacher.BudgetSpent;
import io.infinimill.generator.teacher.TeacherSettings;
import io.infinimill.teacher.ChatReply;
import io.infinimill.teacher.ChatRequest;
import io.infinimill.teacher.Teacher;
import io.infinimill.teacher.TeacherException;
import io.infinimill.teacher.fake.FakeTeacher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Replies a second as the generator takes them: looked for among those it knows, asked, and committed before they are used. */
final class DurableReplies {

    private static final String JOB = "bench";
    private static final int CONNECTIONS = 24;

    private DurableReplies() {}

    static Spread measure(FakeTeacher server, int runs, int requests, int inFlight)
            throws IOException, InterruptedException {
        try (var postgres = EmbeddedPostgres.builder()
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .start();
                var database = connections(postgres);
                var generator = generator(database, server, inFlight)) {
            var teacher = teacher(generator.getBean(AskTeachers.class));
            var rates = new double[runs];
            for (var i = -1; i < runs; i++) {
                server.forget();
                var result = new TeacherJob(teacher, (i + 1) * requests, requests, inFlight).run();
                requireKept(
                        new JdbcTemplate(database),
                        (i + 2L) * requests,
                        server.tally().requests(),
                        requests);
                rates[Math.max(0, i)] = result.repliesPerSecond();
            }
            return Spread.of(rates);
        }
    }

    private static void requireKept(JdbcTemplate jdbc, long expected, int asked, int requests) throws IOException {
        var kept = jdbc.queryForObject("select count(*) from generator.reply", Long.class);
        if (kept == null || kept != expected || asked != requests) {
            throw new IOException("%s replies are kept, not %d, and the server was asked %d times, not %d"
                    .formatted(kept, expected, asked, requests));
        }
    }

    private static HikariDataSource connections(EmbeddedPostgres postgres) {
        var connections = new HikariDataSource();
        connections.setJdbcUrl(postgres.getJdbcUrl("postgres", "postgres") + "&reWriteBatchedInserts=true");
        connections.setMaximumPoolSize(CONNECTIONS);
        return connections;
    }

    /** What of the generator asks teachers, without its HTTP interface and Kafka. */
    private static AnnotationConfigApplicationContext generator(DataSource database, FakeTeacher server, int inFlight) {
        var context = new AnnotationConfigApplicationContext();
        var transactions = new TransactionTemplate(new JdbcTransactionManager(database));
        context.registerBean("database", DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(TransactionTemplate.class, () -> transactions);
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(TeacherSettings.class, () -> settings(server, inFlight));
        context.registerBean(Flyway.class, () -> migrated(database));
        new ClassPathBeanDefinitionScanner(context).scan("io.infinimill.generator.teacher");
        context.refresh();
        return context;
    }

    private static Flyway migrated(DataSource database) {
        var flyway = Flyway.configure()
                .dataSource(database)
                .locations("classpath:db/generator")
                .schemas("generator")
                .load();
        flyway.migrate();
        return flyway;
    }

    private static TeacherSettings settings(FakeTeacher server, int inFlight) {
        return new Binder(new MapConfigurationPropertySource(Map.of(
                        "infinimill.generator.teachers.fake.url", server.address(),
                        "infinimill.generator.teachers.fake.model", "fake",
                        "infinimill.generator.teachers.fake.limits.most-slots", inFlight,
                        "infinimill.generator.replies.age", "1d",
                        "infinimill.generator.replies.most", "1000000")))
                .bind("infinimill.generator", TeacherSettings.class)
                .get();
    }

    private static Teacher teacher(AskTeachers teachers) {
        return new Teacher() {
            @Override
            public String model() {
                return "fake";
            }

            @Override
            public ChatReply ask(ChatRequest request) throws TeacherException, InterruptedException {
                try {
                    return teachers.ask(new AskTeachers.Asking(JOB, "generate", "fake"), request);
                } catch (BudgetSpent e) {
                    throw new IllegalStateException("the job has no budget", e);
                }
            }

            @Override
            public void close() {
                // belongs to the generator
            }
        };
    }
}
