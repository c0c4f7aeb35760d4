package dev.sundog.connector;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/** Starts the connector. */
@SpringBootApplication
public class ConnectorApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ConnectorApplication.class, arguments);
    }

    @Bean
    InstantSource time() {
        return InstantSource.system();
    }
}
