package dev.sundog.testkit;

import org.apache.kafka.common.utils.Exit;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;

/** A KRaft broker, controller included, inside the test JVM. */
final class InJvmBroker implements Broker {

    @Override
    public String start() {
        // The broker deletes its data when the JVM ends, finds it missing, and would halt the JVM with a failure.
        Exit.setHaltProcedure((status, message) -> {
            throw new IllegalStateException("the broker wants to halt the test JVM: " + message);
        });
        EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.kafkaPorts(0);
        // Not Spring's own property: an application under test must be told where the broker is.
        broker.brokerListProperty("sundog.test.kafka.bootstrap-servers");
        broker.brokerProperties(SETTINGS);
        // Never destroyed: clients that close while the JVM ends still need it.
        broker.afterPropertiesSet();
        return broker.getBrokersAsString();
    }
}
