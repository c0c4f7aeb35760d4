package dev.sundog.routing.stream;

import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.wire.AvroEventReader;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/**
 * What the topology is made of. Readers and writers are made anew for each processor, since none is safe for several threads.
 *
 * @param partitions partitions of each topic that events come from
 * @param parkedWithin longest time that an event waits; zero for ever
 * @param releaseBatch most parked events that one partition looks at in one turn
 */
record KafkaParts(
        Router router,
        Configuration configuration,
        Supplier<Deserializer<? extends SpecificRecord>> deserializer,
        Supplier<Serializer<SpecificRecord>> serializer,
        KafkaPatience patience,
        RoutingMeters meters,
        String topicPrefix,
        int partitions,
        Duration parkedWithin,
        int releaseBatch) {

    AvroEventReader eventReader() {
        return new AvroEventReader(topicPrefix, deserializer.get(), serializer.get());
    }
}
