package io.infinimill.serving.access;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Auto-configuration, so that a process has each of these once, whichever services are in it. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(AccessSettings.class)
class AccessConfiguration {

    @Bean
    Access access(AccessSettings settings) {
        return Access.load(settings);
    }

    @Bean
    FilterRegistrationBean<CheckAccess> checkAccess(Access access, AccessSettings settings) {
        var registration = new FilterRegistrationBean<>(new CheckAccess(access, settings.requests()));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
