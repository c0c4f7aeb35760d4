package dev.sundog.console.parking;

import dev.sundog.console.outbox.Outbox;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Puts the parts that are about parked events together. */
@Configuration(proxyBeanMethods = false)
class ParkingConfiguration {

    @Bean
    Parked parked(JdbcClient jdbc) {
        return new JdbcParked(jdbc);
    }

    @Bean
    ParkingDesk parkingDesk(Parked parked, Outbox outbox, InstantSource clock) {
        return new ParkingDesk(parked, outbox, clock);
    }
}
