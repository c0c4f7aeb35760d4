package dev.sundog.routing.stream;

import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.event.Event;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * For which matters a silence that lasts until resolved has ended: such a matter is heard of again when it comes back. Forgets what
 * it knows of a silence when that is gone.
 */
final class KafkaEndedSilences {

    static final String NAME = "ended-silences";

    private final KeyValueStore<Bytes, byte[]> store;
    // Most matters have none; those need not look into the store.
    private final Map<Integer, Integer> matters = new HashMap<>();

    KafkaEndedSilences(KeyValueStore<Bytes, byte[]> store) {
        this.store = store;
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> matters.merge(matter(row.key.get()), 1, Integer::sum));
        }
    }

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    /** Ids of the silences that ended for the event's matter. */
    Set<String> of(Event event) {
        var matter = head(event);
        if (!matters.containsKey(hash(matter))) {
            return Set.of();
        }
        var ids = new HashSet<String>();
        try (var rows = store.prefixScan(Bytes.wrap(matter), Serdes.Bytes().serializer())) {
            rows.forEachRemaining(row -> ids.add(text(row.key.get(), matter.length)));
        }
        return ids;
    }

    /** A silence ended for the event's matter. The same again changes nothing. */
    void ended(Event event, String tenantId, String silenceId) {
        var matter = head(event);
        var key = Bytes.wrap(joined(matter, silenceId.getBytes(StandardCharsets.UTF_8)));
        if (store.putIfAbsent(key, tenantId.getBytes(StandardCharsets.UTF_8)) == null) {
            matters.merge(hash(matter), 1, Integer::sum);
        }
    }

    /** Forgets those of silences that are gone. */
    void forget(Configuration configuration) {
        if (matters.isEmpty()) {
            return;
        }
        var known = new HashMap<String, Set<String>>();
        List<Bytes> gone = new ArrayList<>();
        try (var rows = store.all()) {
            rows.forEachRemaining(row -> {
                var ids = known.computeIfAbsent(text(row.value, 0), tenantId -> ids(configuration, tenantId));
                var key = row.key.get();
                if (!ids.contains(text(key, headLength(key)))) {
                    gone.add(row.key);
                }
            });
        }
        gone.forEach(key -> {
            store.delete(key);
            matters.computeIfPresent(matter(key.get()), (_, count) -> count == 1 ? null : (Integer) (count - 1));
        });
    }

    private static Set<String> ids(Configuration configuration, String tenantId) {
        var ids = new HashSet<String>();
        configuration.silences(tenantId).forEach(silence -> ids.add(silence.id()));
        return ids;
    }

    private static byte[] head(Event event) {
        var text = String.join("\0", event.organizationId(), event.source(), event.dedupKey())
                .getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(Integer.BYTES + text.length)
                .putInt(text.length)
                .put(text)
                .array();
    }

    private static int headLength(byte[] key) {
        return Integer.BYTES + ByteBuffer.wrap(key).getInt();
    }

    private static int matter(byte[] key) {
        return hash(Arrays.copyOf(key, headLength(key)));
    }

    private static int hash(byte[] head) {
        return Arrays.hashCode(head);
    }

    private static byte[] joined(byte[] head, byte[] tail) {
        return ByteBuffer.allocate(head.length + tail.length)
                .put(head)
                .put(tail)
                .array();
    }

    private static String text(byte[] bytes, int from) {
        return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
}
