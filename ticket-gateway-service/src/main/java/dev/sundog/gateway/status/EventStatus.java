package dev.sundog.gateway.status;

import dev.sundog.gateway.status.StatusFact.Accepted;
import dev.sundog.gateway.status.StatusFact.Decided;
import dev.sundog.gateway.status.StatusFact.EventName;
import dev.sundog.gateway.status.StatusFact.OfEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one event up to its decision: a fold over facts. The later decision counts, since a parked event is decided
 * again.
 *
 * @param at when the event was first heard of
 */
record EventStatus(
        EventName event,
        @Nullable String tenantId,
        @Nullable Decided decided,
        Instant at) {

    /** Starts with the first fact. */
    static EventStatus of(OfEvent fact) {
        return switch (fact) {
            case Accepted accepted -> new EventStatus(accepted.event(), accepted.tenantId(), null, accepted.at());
            case Decided decided -> new EventStatus(decided.event(), decided.tenantId(), decided, decided.at());
        };
    }

    /** True unless the fact is about another event, or about another tenant's event of the same name. */
    boolean concerns(OfEvent fact) {
        return event.equals(fact.event())
                && (tenantId == null || fact.tenantId() == null || tenantId.equals(fact.tenantId()));
    }

    /** Goes on with a further fact. */
    EventStatus with(OfEvent fact) {
        var tenant = Optional.ofNullable(tenantId).orElse(fact.tenantId());
        return switch (fact) {
            case Accepted _ -> new EventStatus(event, tenant, decided, at);
            case Decided later -> new EventStatus(event, tenant, isNews(later) ? later : decided, at);
        };
    }

    /** True if the event is the tenant's for certain. */
    boolean belongsTo(String tenant) {
        return Objects.equals(tenantId, tenant);
    }

    private boolean isNews(Decided later) {
        return decided == null || !later.at().isBefore(decided.at());
    }
}
