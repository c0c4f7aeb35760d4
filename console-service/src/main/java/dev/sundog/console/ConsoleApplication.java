package dev.sundog.console;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Control plane and what people see. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class ConsoleApplication {

    /** Starts the service. */
    public static void main(String[] arguments) {
        SpringApplication.run(ConsoleApplication.class, arguments);
    }
}
