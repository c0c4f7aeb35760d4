package dev.sundog.routing.stream;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.wire.AvroConfigurationReader;
import dev.sundog.routing.wire.ReadOutcome;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the configuration in memory as the control plane publishes it. The stream does not start before all of it was read.
 *
 * <p>The stores stay empty: a global store whose processor is run on restoring too is read from its topic's beginning at each
 * start, and that is all that is wanted of it. A record that cannot be read counts as absent, so its events wait.
 */
final class KafkaConfigurationFeed {

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaConfigurationFeed.class);

    private final ConfigurationTables tables;
    private final AvroConfigurationReader reader;
    private final KafkaPatience patience;
    private final RoutingMeters meters;
    private final String topicPrefix;

    KafkaConfigurationFeed(
            ConfigurationTables tables,
            AvroConfigurationReader reader,
            KafkaPatience patience,
            RoutingMeters meters,
            String topicPrefix) {
        this.tables = tables;
        this.reader = reader;
        this.patience = patience;
        this.meters = meters;
        this.topicPrefix = topicPrefix;
    }

    /** Adds the four topics to a topology. */
    void addTo(StreamsBuilder builder) {
        meters.configuration(Topics.ORGANIZATIONS.name(), tables::organizations);
        meters.configuration(Topics.CONNECTIONS.name(), tables::connections);
        meters.configuration(Topics.POLICIES.name(), tables::policies);
        meters.configuration(Topics.SILENCES.name(), tables::silences);
        add(builder, Topics.ORGANIZATIONS, reader::organization, tables::putOrganization);
        add(builder, Topics.CONNECTIONS, reader::connection, tables::putConnection);
        add(builder, Topics.POLICIES, reader::policy, tables::putPolicy);
        add(builder, Topics.SILENCES, reader::silence, tables::putSilence);
    }

    private <T> void add(
            StreamsBuilder builder, Topic topic, Reading<T> reading, BiConsumer<String, @Nullable T> table) {
        var name = topic.name(topicPrefix);
        var store = Stores.keyValueStoreBuilder(
                        Stores.inMemoryKeyValueStore(topic.name()), Serdes.ByteArray(), Serdes.ByteArray())
                .withLoggingDisabled();
        builder.addGlobalStore(store, name, Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()), () ->
                (Processor<byte[], byte[], Void, Void>) record -> take(name, record, reading, table));
    }

    private <T> void take(
            String topic, Record<byte[], byte[]> record, Reading<T> reading, BiConsumer<String, @Nullable T> table) {
        var id = new String(record.key(), StandardCharsets.UTF_8);
        byte @Nullable [] value = record.value();
        if (value == null) {
            table.accept(id, null);
            return;
        }
        try {
            switch (patience.insistForGood(() -> reading.read(topic, id, record.headers(), value))) {
                case ReadOutcome.Read(var read) -> table.accept(id, read);
                case ReadOutcome.Undecodable(var why) -> absent(topic, id, why, table);
            }
        } catch (IllegalArgumentException | IllegalStateException | NullPointerException | ClassCastException fault) {
            // Thrown from here it would stop the whole client, for one record.
            absent(topic, id, fault.toString(), table);
        }
    }

    private <T> void absent(String topic, String id, String why, BiConsumer<String, @Nullable T> table) {
        LOGGER.atError()
                .addKeyValue("topic", topic)
                .addKeyValue("id", id)
                .addKeyValue("reason", why)
                .log("configuration record cannot be read and counts as absent");
        meters.unreadableConfiguration(topic);
        table.accept(id, null);
    }

    private interface Reading<T> {
        ReadOutcome<T> read(String topic, String id, Headers headers, byte[] value);
    }
}
