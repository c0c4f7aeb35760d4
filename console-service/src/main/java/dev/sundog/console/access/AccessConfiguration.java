package dev.sundog.console.access;

import java.util.Optional;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import tools.jackson.databind.json.JsonMapper;

/** Puts the gate before every address of the main port. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

    @Bean
    FilterRegistrationBean<HttpAccessFilter> accessFilter(AccessProperties properties, JsonMapper json) {
        var filter = new HttpAccessFilter(new Gate(Optional.ofNullable(properties.token())), json);
        var registration = new FilterRegistrationBean<>(filter);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
