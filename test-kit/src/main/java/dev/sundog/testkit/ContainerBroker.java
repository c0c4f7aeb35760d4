package dev.sundog.testkit;

import java.util.Locale;
import org.testcontainers.kafka.KafkaContainer;

/** The broker's official image, run by Testcontainers, which also removes it. */
final class ContainerBroker implements Broker {

    private static final String IMAGE = "apache/kafka:4.2.1";

    @Override
    @SuppressWarnings("resource") // lives as long as the test JVM
    public String start() {
        KafkaContainer container = new KafkaContainer(IMAGE);
        SETTINGS.forEach((name, value) ->
                container.withEnv("KAFKA_" + name.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        container.start();
        return container.getBootstrapServers();
    }
}
