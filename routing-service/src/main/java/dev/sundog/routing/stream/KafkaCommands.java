package dev.sundog.routing.stream;

import dev.sundog.routing.meters.RoutingMeters;
import dev.sundog.routing.parking.Command;
import dev.sundog.routing.parking.CommandRow;
import dev.sundog.routing.parking.ParkedQueues.Stretch;
import dev.sundog.routing.stream.KafkaParkedStore.Row;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes people's commands about parked events, each once by its id. One about a single event is carried out at once, one about a
 * whole organization in turns, which a restart does not begin anew.
 */
final class KafkaCommands {

    static final String NAME = "parking-commands";

    private static final Logger LOGGER = LoggerFactory.getLogger(KafkaCommands.class);
    /** As long as their topic keeps them. */
    private static final Duration REMEMBERED = Duration.ofDays(7);

    private final KeyValueStore<Bytes, byte[]> taken;
    private final KafkaParkedStore store;
    private final KafkaByHand byHand;
    private final RoutingMeters meters;
    private final Map<String, CommandRow> pending = new LinkedHashMap<>();

    KafkaCommands(
            KeyValueStore<Bytes, byte[]> taken, KafkaParkedStore store, KafkaByHand byHand, RoutingMeters meters) {
        this.taken = taken;
        this.store = store;
        this.byHand = byHand;
        this.meters = meters;
        try (var rows = taken.all()) {
            rows.forEachRemaining(row -> {
                var known = CommandRow.of(row.value);
                if (known.command() != null) {
                    pending.put(text(row.key), known);
                }
            });
        }
    }

    static StoreBuilder<KeyValueStore<Bytes, byte[]>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(NAME), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingEnabled(Map.of())
                .withCachingDisabled();
    }

    /** Takes a command. The same id again changes nothing. */
    void take(Command command, Instant now) {
        if (taken.get(key(command.commandId())) != null) {
            meters.commanded("repeated");
            return;
        }
        var stretch = store.queues().all(command.organizationId());
        if (command.kind() == Command.Kind.UNSUPPORTED || stretch.isEmpty()) {
            said(command, stretch.isEmpty() ? "nothing of the organization waits" : "this version does not know it");
            remember(command.commandId(), CommandRow.done(now));
        } else if (command.eventId() != null) {
            one(command, command.eventId(), stretch.get());
            remember(command.commandId(), CommandRow.done(now));
        } else {
            var row = new CommandRow(
                    now, command, stretch.get().from(), stretch.get().to());
            pending.put(command.commandId(), row);
            remember(command.commandId(), row);
        }
    }

    /** One turn of those commands that are about whole organizations. Gives back how many of the events are left. */
    int turn(int limit) {
        int left = limit;
        for (var commandId : List.copyOf(pending.keySet())) {
            if (left <= 0) {
                break;
            }
            left -= some(commandId, Objects.requireNonNull(pending.get(commandId)), left);
        }
        return left;
    }

    /** Forgets commands that nobody can send again. */
    void forget(Instant now) {
        List<Bytes> old = new ArrayList<>();
        try (var rows = taken.all()) {
            rows.forEachRemaining(row -> {
                var known = CommandRow.of(row.value);
                if (known.command() == null && known.takenAt().plus(REMEMBERED).isBefore(now)) {
                    old.add(row.key);
                }
            });
        }
        old.forEach(taken::delete);
    }

    private void one(Command command, String eventId, Stretch stretch) {
        List<Row> found = new ArrayList<>();
        store.visit(command.organizationId(), stretch, row -> {
            if (row.mark().event() == eventId.hashCode()) {
                found.add(row);
            }
            return true;
        });
        long met = found.stream()
                .filter(row -> byHand.act(row, command) == KafkaByHand.Outcome.DONE)
                .count();
        said(command, met > 0 ? "done" : "not done");
    }

    private int some(String commandId, CommandRow row, int limit) {
        var command = Objects.requireNonNull(row.command());
        List<Row> found = new ArrayList<>();
        boolean all = store.visit(command.organizationId(), new Stretch(row.next(), row.before()), parked -> {
            found.add(parked);
            return found.size() < limit;
        });
        for (var parked : found) {
            if (byHand.act(parked, command) == KafkaByHand.Outcome.ALL_REFUSED) {
                all = true;
                break;
            }
        }
        if (all) {
            pending.remove(commandId);
            remember(commandId, CommandRow.done(row.takenAt()));
            said(command, "done");
        } else {
            var rest = new CommandRow(
                    row.takenAt(), command, found.getLast().place().sequence() + 1, row.before());
            pending.put(commandId, rest);
            remember(commandId, rest);
        }
        return found.size();
    }

    private void said(Command command, String outcome) {
        meters.commanded(outcome.startsWith("done") ? "done" : "refused");
        LOGGER.atInfo()
                .addKeyValue("commandId", command.commandId())
                .addKeyValue("organizationId", command.organizationId())
                .addKeyValue("eventId", command.eventId())
                .addKeyValue("kind", command.kind())
                .addKeyValue("outcome", outcome)
                .log("command about parked events");
    }

    private void remember(String commandId, CommandRow row) {
        taken.put(key(commandId), row.bytes());
    }

    private static Bytes key(String commandId) {
        return Bytes.wrap(commandId.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Bytes key) {
        return new String(key.get(), StandardCharsets.UTF_8);
    }
}
