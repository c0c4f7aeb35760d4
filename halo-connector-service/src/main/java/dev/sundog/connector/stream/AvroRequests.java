package dev.sundog.connector.stream;

import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.RepeatAfterClose;
import dev.sundog.configuration.ResolveAction;
import dev.sundog.configuration.UnsentResolution;
import dev.sundog.connector.call.AvroTicketFields;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.lifecycle.FlapRules;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.Input;
import dev.sundog.connector.lifecycle.LifeRules;
import dev.sundog.connector.lifecycle.PartingRules;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.Wish;
import dev.sundog.delivery.DesiredState;
import dev.sundog.delivery.TicketRequest;
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
                Severity.valueOf(avro.getSeverity().name()),
                avro.getAcceptedAt(),
                AvroTicketFields.read(avro.getFields()),
                avro.getNoteHtml(),
                rules(avro.getLifecycle()));
        return new Input.Requested(identity, wish);
    }

    static LifeRules rules(LifecycleSettings settings) {
        Long closed = settings.getClosedStatusId();
        return new LifeRules(
                settings.getOnResolve() != ResolveAction.NOTE,
                closed == null ? CLOSED : closed,
                seconds(settings.getQuietPeriodSeconds()),
                seconds(settings.getReopenWindowSeconds()),
                settings.getAfterReopenWindow() == RepeatAfterClose.CHILD,
                settings.getOnUnsentResolution() == UnsentResolution.CREATE_AND_CLOSE,
                Boolean.TRUE.equals(settings.getCloseTouched()),
                seconds(settings.getCloseWithinSeconds()),
                seconds(settings.getNoteIntervalSeconds()),
                flapping(settings),
                parting(settings));
    }

    private static FlapRules flapping(LifecycleSettings settings) {
        Integer threshold = settings.getFlapThreshold();
        return threshold == null || threshold <= 0
                ? FlapRules.NEVER
                : new FlapRules(threshold, seconds(settings.getFlapWindowSeconds()));
    }

    private static PartingRules parting(LifecycleSettings settings) {
        PartingRules usual = PartingRules.USUAL;
        return new PartingRules(
                settings.getOnDeleted() == null
                        ? usual.deleted()
                        : PartingRules.Deleted.valueOf(settings.getOnDeleted().name()),
                settings.getOnMerged() == null
                        ? usual.merged()
                        : PartingRules.Merged.valueOf(settings.getOnMerged().name()),
                settings.getOnClosedByPerson() == null
                        ? usual.closed()
                        : PartingRules.Closed.valueOf(
                                settings.getOnClosedByPerson().name()));
    }

    private static Duration seconds(@Nullable Integer seconds) {
        return seconds == null ? Duration.ZERO : Duration.ofSeconds(Math.max(0, seconds));
    }
}
