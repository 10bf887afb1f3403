package io.infinimill.generator;

import io.infinimill.generator.job.JobSettings;
import io.infinimill.generator.seed.UploadSettings;
import io.infinimill.generator.teacher.TeacherSettings;
import io.infinimill.model.OperatorUse;
import io.infinimill.model.Recipe;
import io.infinimill.model.Seed;
import io.infinimill.program.ProcessSandbox;
import io.infinimill.program.Sandbox;
import io.infinimill.program.SandboxSettings;
import io.infinimill.serving.trace.SampleTraces;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.flywaydb.core.Flyway;
import org.springframework.beans.factory.support.BeanDefinitionDefaults;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ClassPathBeanDefinitionScanner;
import org.springframework.core.type.filter.RegexPatternTypeFilter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** The generator over a real database and sandbox, without HTTP, broker and timer: what it sends is kept here. */
public final class TestGenerator implements AutoCloseable {

    public static final Recipe RECIPE = new Recipe(
            "test",
            null,
            List.of(
                    new OperatorUse("annotated", Map.of("frozen-numbers", true, "margin", 1)),
                    new OperatorUse(
                            "variants",
                            Map.of("answer", "both", "docstring", true, "forms", 1, "most", 1000, "seed", 1))),
            List.of(),
            List.of());

    private static final Pattern NOT_TESTED = Pattern.compile(
            ".*\\.(GeneratorService|TeachStep|PrimerSeedSet|JobEvents|TestGenerator.*|TestApi.*|\\w+Resource|recipe\\..*|web\\..*)");

    private final DataSource database;
    private final List<ConsumerRecord<?, ?>> deadLetters = new ArrayList<>();
    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final MockProducer<String, byte[]> producer =
            new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer()) {
                @Override
                public void close(Duration timeout) {}
            };

    /** On an empty database. */
    public TestGenerator() {
        this(TestDatabase.empty());
    }

    private TestGenerator(DataSource database) {
        this.database = database;
        context.register(Transactions.class);
        context.registerBean(DataSource.class, () -> database);
        context.registerBean(JdbcTemplate.class, () -> new JdbcTemplate(database));
        context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(database));
        context.registerBean(
                TransactionTemplate.class,
                () -> new TransactionTemplate(context.getBean(JdbcTransactionManager.class)));
        context.registerBean(Flyway.class, () -> new GeneratorService().generatorMigrations(database));
        context.registerBean(InstantSource.class, () -> InstantSource.fixed(Instant.EPOCH));
        context.registerBean(
                TeacherSettings.class,
                () -> new TeacherSettings(Map.of(), new TeacherSettings.Kept(Duration.ofDays(1), 1000)));
        context.registerBean(MeterRegistry.class, SimpleMeterRegistry::new);
        context.registerBean(SampleTraces.class, SampleTraces::off);
        context.registerBean(UploadSettings.class, () -> new UploadSettings(DataSize.ofKilobytes(512), 3_000));
        context.registerBean(JobSettings.class, () -> new JobSettings(20_000, 50, Duration.ofMillis(200)));
        context.registerBean(
                "generatorSandbox",
                Sandbox.class,
                () -> ProcessSandbox.start(SandboxSettings.standard()),
                definition -> definition.setLazyInit(true));
        context.registerBean(
                "generatorDeadLetters",
                ConsumerRecordRecoverer.class,
                () -> (failed, cause) -> deadLetters.add(failed));
        context.registerBean(
                KafkaTemplate.class,
                () -> new KafkaTemplate<>(new ProducerFactory<String, byte[]>() {
                    @Override
                    public Producer<String, byte[]> createProducer() {
                        return producer;
                    }
                }));
        var scanner = new ClassPathBeanDefinitionScanner(context);
        scanner.addExcludeFilter(new RegexPatternTypeFilter(NOT_TESTED));
        scanner.setBeanDefinitionDefaults(lazy());
        scanner.scan("io.infinimill.generator");
        context.refresh();
    }

    private static BeanDefinitionDefaults lazy() {
        var defaults = new BeanDefinitionDefaults();
        defaults.setLazyInit(true);
        return defaults;
    }

    @EnableTransactionManagement(proxyTargetClass = true)
    static final class Transactions {}

    /** Another process on the same database. */
    public TestGenerator another() {
        return new TestGenerator(database);
    }

    ApplicationContext context() {
        return context;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public JdbcTemplate jdbc() {
        return bean(JdbcTemplate.class);
    }

    /** What was sent to the topic since it was asked last, or to another. */
    public List<ProducerRecord<String, byte[]>> sent(String topic) {
        var records = producer.history().stream()
                .filter(record -> record.topic().equals(topic))
                .toList();
        producer.clear();
        return records;
    }

    public List<ConsumerRecord<?, ?>> deadLetters() {
        return deadLetters;
    }

    public void seeds(String set, List<Seed> seeds) {
        bean(Flyway.class);
        jdbc().update("insert into generator.seed_set values (?, 'gsm8k', now())", set);
        jdbc().batchUpdate(
                        "insert into generator.seed (seed_set, id, question, answer, solution) values (?, ?, ?, ?, ?)",
                        seeds.stream()
                                .map(seed ->
                                        new Object[] {set, seed.id(), seed.question(), seed.answer(), seed.solution()})
                                .toList());
    }

    @Override
    public void close() {
        context.close();
    }
}
