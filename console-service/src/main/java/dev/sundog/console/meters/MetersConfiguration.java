package dev.sundog.console.meters;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes what every other package asks for: the meters and the clock. */
@Configuration(proxyBeanMethods = false)
class MetersConfiguration {

    @Bean
    ConsoleMeters consoleMeters(MeterRegistry registry) {
        return new ConsoleMeters(registry);
    }

    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
