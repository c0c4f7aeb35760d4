package dev.sundog.connector.stream;

import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.ResolveAction;
import dev.sundog.delivery.DesiredState;
import dev.sundog.delivery.EventKind;
import dev.sundog.delivery.TicketFields;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.Severity;
import java.time.Instant;
import java.util.List;

/** Named examples of ticket requests. */
public final class Requests {

    private Requests() {}

    public static TicketRequest open(String connectionId, String dedupKey, String eventId, Instant acceptedAt) {
        return request(connectionId, dedupKey, eventId, DesiredState.OPEN, acceptedAt);
    }

    public static TicketRequest resolved(String connectionId, String dedupKey, String eventId, Instant acceptedAt) {
        return request(connectionId, dedupKey, eventId, DesiredState.RESOLVED, acceptedAt);
    }

    public static String key(String connectionId, String dedupKey) {
        return connectionId + "/contoso/monitor/" + dedupKey;
    }

    private static TicketRequest request(
            String connectionId, String dedupKey, String eventId, DesiredState desired, Instant acceptedAt) {
        return TicketRequest.newBuilder()
                .setRequestId("r-" + eventId)
                .setEventId(eventId)
                .setEventKind(EventKind.ALERT)
                .setSource("monitor")
                .setDedupKey(dedupKey)
                .setTenantId("acme-msp")
                .setConnectionId(connectionId)
                .setOrganizationId("contoso")
                .setTicketKey(key(connectionId, dedupKey))
                .setDesired(desired)
                .setSeverity(Severity.HIGH)
                .setOccurredAt(acceptedAt)
                .setAcceptedAt(acceptedAt)
                .setDecidedAt(acceptedAt)
                .setFields(TicketFields.newBuilder()
                        .setCustomerId(12)
                        .setSiteId(18L)
                        .setTicketTypeId(21L)
                        .setTeam("Cloud Operations")
                        .setCategories(List.of())
                        .setCustomFields(List.of())
                        .setSummary("Disk full: " + dedupKey)
                        .setDetailsHtml("<p>Disk full</p>")
                        .build())
                .setNoteHtml("<p>It happened again.</p>")
                .setLifecycle(LifecycleSettings.newBuilder()
                        .setOnResolve(ResolveAction.CLOSE)
                        .setClosedStatusId(9L)
                        .build())
                .build();
    }
}
