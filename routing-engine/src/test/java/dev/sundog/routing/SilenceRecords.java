package dev.sundog.routing;

import dev.sundog.configuration.Recurrence;
import dev.sundog.configuration.Silence;
import dev.sundog.delivery.ParkingCommand;
import dev.sundog.delivery.ParkingCommandKind;
import java.time.Instant;
import java.util.List;

/** Silences and commands as they stand on the topics. */
public final class SilenceRecords {

    private SilenceRecords() {}

    public static Silence window(String id, Instant startsAt, Instant endsAt) {
        return silence(id, startsAt).setEndsAt(endsAt).build();
    }

    public static Silence untilResolved(String id, Instant startsAt) {
        return silence(id, startsAt).setUntilResolved(true).build();
    }

    public static Silence weekly(String id, Instant startsAt, Instant endsAt, int seconds) {
        return silence(id, startsAt)
                .setEndsAt(endsAt)
                .setRecurrence(new Recurrence("FREQ=WEEKLY", "Europe/Berlin", seconds))
                .build();
    }

    public static Silence.Builder silence(String id, Instant startsAt) {
        return Silence.newBuilder()
                .setId(id)
                .setTenantId("acme-msp")
                .setVersion(1)
                .setOwner("ada")
                .setReason("patches")
                .setStartsAt(startsAt)
                .setOrganizations(List.of("contoso"));
    }

    public static ParkingCommand command(
            String commandId, String tenantId, String organizationId, String eventId, ParkingCommandKind kind) {
        return ParkingCommand.newBuilder()
                .setCommandId(commandId)
                .setTenantId(tenantId)
                .setOrganizationId(organizationId)
                .setEventId(eventId)
                .setKind(kind)
                .setRequestedBy("ada")
                .setReason("checked")
                .setRequestedAt(Records.OCCURRED)
                .build();
    }
}
