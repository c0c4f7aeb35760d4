package dev.sundog.connector.stream;

import dev.sundog.contract.Topics;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.TicketRequest;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What comes in and goes out by which topic and how it is read and written.
 *
 * @param prefix before every topic's name
 * @param values writes what goes out
 */
record AvroPorts(
        String prefix,
        Deserializer<TicketRequest> requests,
        Deserializer<HaloOutcome> outcomes,
        Serializer<Object> values) {

    boolean isRequest(String topic) {
        return topic.equals(Topics.TICKET_REQUESTS.name(prefix));
    }

    boolean isOutcome(String topic) {
        return topic.equals(Topics.HALO_OUTCOMES.name(prefix));
    }

    /** The sink for what cannot be read of the topic. */
    String graveOf(String topic) {
        return isRequest(topic) ? KafkaDeliveryTopology.DEAD_REQUESTS : KafkaDeliveryTopology.DEAD_OUTCOMES;
    }
}
