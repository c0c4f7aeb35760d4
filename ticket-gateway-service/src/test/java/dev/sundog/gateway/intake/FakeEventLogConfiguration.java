package dev.sundog.gateway.intake;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Puts the fake in the place of Kafka. */
@TestConfiguration(proxyBeanMethods = false)
class FakeEventLogConfiguration {

    @Bean
    @Primary
    FakeEventLog fakeEventLog() {
        return new FakeEventLog();
    }
}
