package io.infinimill.dataset.export;

import io.infinimill.dataset.DatasetSettings;
import io.infinimill.dataset.ExportFormat;
import io.infinimill.dataset.version.VersionReader;
import io.infinimill.model.OperatorUse;
import io.infinimill.operator.Catalogue;
import io.infinimill.operator.OperatorDescription;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.util.ClassUtils;

/** Finds the formats of this package by their type: a new one is a new record, nothing else. */
@Configuration(proxyBeanMethods = false)
class ExportConfiguration {

    @Bean
    DatasetFormats datasetFormats() {
        var scanner = new ClassPathScanningCandidateComponentProvider(false);
        scanner.addIncludeFilter(new AssignableTypeFilter(ExportFormat.class));
        var types = scanner.findCandidateComponents(ExportConfiguration.class.getPackageName()).stream()
                .<Class<? extends ExportFormat>>map(found -> type(found.getBeanClassName()))
                .toList();
        var catalogue = new Catalogue<ExportFormat>("export", types);
        var formats = new TreeMap<String, ExportFormat>();
        catalogue.describe().stream()
                .map(OperatorDescription::operator)
                .forEach(name -> formats.put(
                        name,
                        catalogue.bind(List.of(new OperatorUse(name, Map.of()))).getFirst()));
        return new DatasetFormats(formats);
    }

    private static Class<? extends ExportFormat> type(@Nullable String name) {
        return ClassUtils.resolveClassName(String.valueOf(name), null).asSubclass(ExportFormat.class);
    }

    @Bean
    Exports datasetExports(VersionReader versionReader, DatasetSettings settings) {
        return new Exports(versionReader, settings.exports(), Clock.systemUTC());
    }

    @Bean
    ExportMeter exportMeter(MeterRegistry registry) {
        return new ExportMeter(registry);
    }
}
