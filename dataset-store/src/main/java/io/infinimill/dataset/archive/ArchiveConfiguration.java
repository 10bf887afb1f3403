package io.infinimill.dataset.archive;

import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;

/** The tables, made before anything uses them. */
@Configuration(proxyBeanMethods = false)
class ArchiveConfiguration {

    @Bean
    Flyway datasetMigrations(DataSource dataSource) {
        var flyway = Flyway.configure()
                .dataSource(dataSource)
                .schemas("dataset")
                .defaultSchema("dataset")
                .table("flyway_history")
                .locations("classpath:db/dataset")
                .load();
        flyway.migrate();
        return flyway;
    }

    @Bean
    Origins datasetOrigins(DataSource dataSource, Flyway datasetMigrations) {
        return new Origins(new JdbcTemplate(dataSource));
    }
}
