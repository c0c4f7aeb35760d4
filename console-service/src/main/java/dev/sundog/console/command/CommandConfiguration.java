package dev.sundog.console.command;

import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.outbox.Outbox;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the desk for commands together. */
@Configuration(proxyBeanMethods = false)
class CommandConfiguration {

    @Bean
    CommandDesk commandDesk(ConfigurationStore store, Outbox outbox, InstantSource clock) {
        return new CommandDesk(store, outbox, clock);
    }
}
