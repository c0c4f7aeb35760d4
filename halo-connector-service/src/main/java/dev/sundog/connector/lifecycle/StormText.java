package dev.sundog.connector.lifecycle;

import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.storm.Matter;
import dev.sundog.connector.storm.Matters;
import dev.sundog.connector.storm.Storm;
import dev.sundog.connector.storm.StormPage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What is wished of a storm's ticket: it says all that it holds, and otherwise is like the heaviest of its matters. */
final class StormText {

    /** The source of wishes that are our own. */
    private static final String SOURCE = "sundog";

    private static final String DEDUP_KEY = "~storm";

    /** A new matter wants a ticket whatever a person did with the old one. */
    private static final PartingRules PARTING =
            new PartingRules(PartingRules.Deleted.RECREATE, PartingRules.Merged.FOLLOW, PartingRules.Closed.NEW);

    private final TicketShelf shelf;

    StormText(TicketShelf shelf) {
        this.shelf = shelf;
    }

    /**
     * The wish that brings the ticket up to date.
     *
     * @param ticket the storm's as it is; null for none yet
     */
    Input.Requested wish(Storm storm, Matters matters, @Nullable TicketState ticket, Goal goal, Instant now) {
        StormPage page = new StormPage(storm.organizationId(), matters.lasting(), storm.folded(), rows(matters), now);
        Wish like = like(matters, ticket);
        // One call that stands for many may go before others and spend what is reserved.
        Wish wish = new Wish(
                References.of(storm.stormKey(), storm.generation()) + "-" + goal + storm.changes(),
                DEDUP_KEY,
                goal,
                Severity.CRITICAL,
                now,
                like.fields().saying(page.summary(), page.detailsHtml()),
                page.detailsHtml(),
                rules(like.rules()));
        TicketIdentity identity = new TicketIdentity(
                storm.stormKey(), storm.tenantId(), storm.connectionId(), storm.organizationId(), SOURCE);
        return new Input.Requested(identity, wish);
    }

    private List<StormPage.Row> rows(Matters matters) {
        return matters.heaviest(StormPage.ROWS).stream()
                .flatMap(matter -> known(matter).map(state -> row(matter, state)))
                .toList();
    }

    private Wish like(Matters matters, @Nullable TicketState ticket) {
        return matters.heaviest().stream()
                .flatMap(this::known)
                .map(TicketState::newest)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(ticket, "a storm without matters and without a ticket")
                        .newest());
    }

    private Stream<TicketState> known(Matter matter) {
        return Stream.ofNullable(shelf.ticket(matter.ticketKey()));
    }

    private static StormPage.Row row(Matter matter, TicketState state) {
        return new StormPage.Row(
                matter.severity(),
                state.newest().fields().summary(),
                state.newest().acceptedAt(),
                matter.over());
    }

    private static LifeRules rules(LifeRules like) {
        return new LifeRules(
                like.closes(),
                like.closedStatusId(),
                Duration.ZERO,
                Duration.ZERO,
                false,
                false,
                like.closesTouched(),
                Duration.ZERO,
                Duration.ZERO,
                FlapRules.NEVER,
                PARTING);
    }
}
