package dev.sundog.connector.stream;

import dev.sundog.connector.storm.Storm;
import dev.sundog.connector.stream.state.ArrivalsRow;
import dev.sundog.connector.stream.state.StormRow;

/** Storms to and from their rows. */
final class AvroStorms {

    private AvroStorms() {}

    static StormRow write(Storm storm) {
        return StormRow.newBuilder()
                .setStormKey(storm.stormKey())
                .setTenantId(storm.tenantId())
                .setConnectionId(storm.connectionId())
                .setOrganizationId(storm.organizationId())
                .setArrivals(storm.arrivals().stream()
                        .map(slot -> new ArrivalsRow(slot.start(), slot.count()))
                        .toList())
                .setRoughUntil(storm.roughUntil())
                .setGeneration(storm.generation())
                .setFolded(storm.folded())
                .setChanges(storm.changes())
                .setShown(storm.shown())
                .setShownAt(storm.shownAt())
                .setUpdates(storm.updates())
                .build();
    }

    static Storm read(StormRow row) {
        return new Storm(
                row.getStormKey(),
                row.getTenantId(),
                row.getConnectionId(),
                row.getOrganizationId(),
                row.getArrivals().stream()
                        .map(slot -> new Storm.Slot(slot.getStart(), slot.getCount()))
                        .toList(),
                row.getRoughUntil(),
                row.getGeneration(),
                row.getFolded(),
                row.getChanges(),
                row.getShown(),
                row.getShownAt(),
                row.getUpdates());
    }
}
