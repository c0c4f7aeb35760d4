package dev.sundog.console.mapping;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.outbox.Outbox;
import dev.sundog.console.reference.ReferenceDesk;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts mapping together. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

    @Bean
    MappingDesk mappingDesk(ConfigurationStore configuration, ReferenceDesk reference, Outbox outbox) {
        return new MappingDesk(configuration, reference, outbox);
    }

    @Bean
    MappingRounds mappingRounds(MappingDesk desk, MappingProperties properties) {
        return new MappingRounds(desk, properties.interval());
    }
}
