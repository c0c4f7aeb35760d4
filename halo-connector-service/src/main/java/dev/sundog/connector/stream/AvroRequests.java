package dev.sundog.connector.stream;

import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.ResolveAction;
import dev.sundog.connector.call.AvroTicketFields;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.Input;
import dev.sundog.connector.lifecycle.LifeRules;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.Wish;
import dev.sundog.delivery.DesiredState;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.Severity;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Ticket requests as the lifecycle's input. */
final class AvroRequests {

    /** Halo's built-in status "Closed", where the request names none. */
    private static final long CLOSED = 9;

    private AvroRequests() {}

    static Input.Requested read(TicketRequest avro) {
        TicketIdentity identity = new TicketIdentity(
                avro.getTicketKey(),
                avro.getTenantId(),
                avro.getConnectionId(),
                avro.getOrganizationId(),
                avro.getSource());
        Wish wish = new Wish(
                avro.getEventId(),
                avro.getDedupKey(),
                avro.getDesired() == DesiredState.OPEN ? Goal.OPEN : Goal.RESOLVED,
                avro.getSeverity() == Severity.CRITICAL,
                avro.getAcceptedAt(),
                AvroTicketFields.read(avro.getFields()),
                avro.getNoteHtml(),
                rules(avro.getLifecycle()));
        return new Input.Requested(identity, wish);
    }

    private static LifeRules rules(LifecycleSettings settings) {
        Long closed = settings.getClosedStatusId();
        return new LifeRules(
                settings.getOnResolve() != ResolveAction.NOTE,
                closed == null ? CLOSED : closed,
                seconds(settings.getQuietPeriodSeconds()),
                seconds(settings.getReopenWindowSeconds()));
    }

    private static Duration seconds(@Nullable Integer seconds) {
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(Math.max(0, seconds));
    }
}
