package dev.sundog.connector.lifecycle;

import java.time.Duration;

/**
 * Life of a ticket after its creation.
 *
 * @param closes true: the ticket is closed when the matter is over; false: it gets a note
 * @param closedStatusId status that closes
 * @param quietPeriod time without a repeat before a resolution is carried out, zero or more
 * @param reopenWindow time after closing during which a repeat opens the same ticket again; zero: never
 * @param childAfterwards true: after that window a repeat makes a child of the closed ticket; false: a ticket of its own
 * @param createsUnsent true: a matter that is over before Halo heard of it still gets a ticket, which is closed at once
 * @param closesTouched true: closes a ticket that a person worked on, too; false: that one gets a note
 * @param closeWithin age from which a ticket gets a note instead of being closed; zero: it has no such age
 * @param noteInterval least time between two notes about repeats; zero: notes at the first and at each power of ten
 */
public record LifeRules(
        boolean closes,
        long closedStatusId,
        Duration quietPeriod,
        Duration reopenWindow,
        boolean childAfterwards,
        boolean createsUnsent,
        boolean closesTouched,
        Duration closeWithin,
        Duration noteInterval,
        FlapRules flapping,
        PartingRules parting) {

    /** With everything else as it is where the configuration says nothing. */
    public LifeRules(boolean closes, long closedStatusId, Duration quietPeriod, Duration reopenWindow) {
        this(
                closes,
                closedStatusId,
                quietPeriod,
                reopenWindow,
                false,
                false,
                false,
                Duration.ZERO,
                Duration.ZERO,
                FlapRules.NEVER,
                PartingRules.USUAL);
    }
}
