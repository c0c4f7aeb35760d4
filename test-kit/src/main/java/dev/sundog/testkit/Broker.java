package dev.sundog.testkit;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;

/** A broker that can be started. It lives as long as the test JVM. */
sealed interface Broker permits InJvmBroker, ContainerBroker {

    /** Starts it and returns its bootstrap servers. */
    String start();

    /** What every test broker is set to, wherever it runs. */
    Map<String, String> SETTINGS = Map.of(
            "auto.create.topics.enable", "false",
            "group.initial.rebalance.delay.ms", "0",
            "offsets.topic.replication.factor", "1",
            "offsets.topic.num.partitions", "4",
            "transaction.state.log.replication.factor", "1",
            "transaction.state.log.min.isr", "1",
            "transaction.state.log.num.partitions", "4",
            "share.coordinator.state.topic.replication.factor", "1",
            "share.coordinator.state.topic.min.isr", "1");

    /** The broker that {@code sundog.test.kafka} asks for; in this JVM where it asks for none, or Docker does not answer. */
    static Broker chosen() {
        String wish = System.getProperty("sundog.test.kafka", "jvm");
        return switch (wish) {
            case "jvm" -> new InJvmBroker();
            case "container" -> containerOrElseInJvm();
            default ->
                throw new IllegalArgumentException(
                        "sundog.test.kafka must be 'jvm' or 'container', not '" + wish + "'");
        };
    }

    private static Broker containerOrElseInJvm() {
        if (DockerClientFactory.instance().isDockerAvailable()) {
            return new ContainerBroker();
        }
        Logger logger = LoggerFactory.getLogger(Broker.class);
        logger.warn("sundog.test.kafka=container, but no Docker engine answers; the broker runs in this JVM instead");
        return new InJvmBroker();
    }
}
