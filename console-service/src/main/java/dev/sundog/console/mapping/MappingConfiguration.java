package dev.sundog.console.mapping;

import dev.sundog.console.configuration.ConfigurationDesk;
import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Versions;
import dev.sundog.console.reference.ReferenceDesk;
import dev.sundog.console.reference.Served;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts mapping together. */
@Configuration(proxyBeanMethods = false)
class MappingConfiguration {

    @Bean
    MappingDesk mappingDesk(ReferenceDesk reference) {
        return new MappingDesk(reference);
    }

    @Bean
    ExactMatches exactMatches(
            ConfigurationStore store,
            ConfigurationDesk desk,
            Versions versions,
            Served served,
            ReferenceDesk reference) {
        return new ExactMatches(store, desk, versions, served, reference);
    }

    @Bean
    MappingRounds mappingRounds(ExactMatches matches, MappingProperties properties) {
        return new MappingRounds(matches, properties.interval());
    }
}
