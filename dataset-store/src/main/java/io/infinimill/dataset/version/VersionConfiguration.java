package io.infinimill.dataset.version;

import io.infinimill.dataset.archive.Origins;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Configuration(proxyBeanMethods = false)
class VersionConfiguration {

    @Bean
    Datasets datasets(DataSource dataSource, Origins datasetOrigins) {
        return new Datasets(new JdbcTemplate(dataSource));
    }

    @Bean
    Versions datasetVersions(DataSource dataSource, Datasets datasets) {
        return new Versions(
                new JdbcTemplate(dataSource),
                transactions(dataSource),
                new Gathering(dataSource, datasets),
                Clock.systemUTC());
    }

    @Bean
    Samples storedSamples(DataSource dataSource, Origins datasetOrigins) {
        return new Samples(dataSource, transactions(dataSource), datasetOrigins);
    }

    @Bean
    VersionReader versionReader(
            Datasets datasets, Versions datasetVersions, Samples storedSamples, DataSource dataSource) {
        return new VersionReader(
                datasets, datasetVersions, storedSamples, new Corrections(dataSource, transactions(dataSource)));
    }

    @Bean
    Lineages lineages(DataSource dataSource, Samples storedSamples, Versions datasetVersions) {
        return new Lineages(new JdbcTemplate(dataSource), storedSamples, datasetVersions);
    }

    private static TransactionTemplate transactions(DataSource dataSource) {
        return new TransactionTemplate(new JdbcTransactionManager(dataSource));
    }
}
