package dev.sundog.connector.stream;

import dev.sundog.connector.audit.Remedy;
import dev.sundog.connector.call.KafkaLanePartition;
import dev.sundog.connector.connection.ConnectionDirectory;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.lifecycle.ErrandTerms;
import dev.sundog.connector.reference.ReadTerms;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Errands as the connections say. */
record KafkaErrandDirectory(ConnectionDirectory directory, int partitions) implements ErrandDirectory {

    /** One of so many calls that a budget allows goes to a long read. */
    private static final int SHARE = 4;

    @Override
    public @Nullable ErrandTerms terms(String connectionId) {
        return directory.find(connectionId).map(KafkaErrandDirectory::errands).orElse(null);
    }

    @Override
    public @Nullable ReadTerms reading(String connectionId) {
        return directory.find(connectionId).map(KafkaErrandDirectory::reading).orElse(null);
    }

    @Override
    public Collection<String> connections(int partition) {
        return directory.ids().stream()
                .filter(id -> KafkaLanePartition.of(id, partitions) == partition)
                .toList();
    }

    private static ErrandTerms errands(HaloConnection connection) {
        HaloConnection.Watch watch = connection.watch();
        return new ErrandTerms(
                watch.pollInterval(),
                watch.auditInterval(),
                Remedy.valueOf(watch.onDuplicate().name()),
                watch.closingStatusId());
    }

    private static ReadTerms reading(HaloConnection connection) {
        HaloConnection.Watch watch = connection.watch();
        return new ReadTerms(
                connection.tenantId(),
                watch.readsReference(),
                watch.fingerprint(),
                connection.window().multipliedBy(SHARE).dividedBy(connection.requests()),
                watch.zone());
    }
}
