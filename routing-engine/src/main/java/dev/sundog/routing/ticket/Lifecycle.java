package dev.sundog.routing.ticket;

import org.jspecify.annotations.Nullable;

/**
 * Life of the ticket as configuration sets it; what is absent comes from the next wider place. Times are in seconds.
 *
 * @param onResolve what happens to the ticket when the matter is over
 * @param closedStatusId status that closes
 * @param quietPeriodSeconds time without a repeat before a resolution is carried out
 * @param reopenWindowSeconds time after closing during which a repeat opens the same ticket again
 * @param afterReopenWindow what a repeat makes after that
 * @param onUnsentResolution what becomes of a matter that is over before Halo heard of it
 * @param closeTouched whether a ticket is closed that a person worked on
 * @param closeWithinSeconds age from which a ticket is not closed any more
 * @param noteIntervalSeconds least time between two notes about repeats
 * @param flapThreshold how often the matter may come back within the flap window before it counts as flapping
 * @param flapWindowSeconds length of that window
 * @param onDeleted what a repeat does when the ticket was deleted
 * @param onMerged what it does when the ticket was merged into another
 * @param onClosedByPerson what it does when a person closed the ticket
 */
public record Lifecycle(
        @Nullable OnResolve onResolve,
        @Nullable Long closedStatusId,
        @Nullable Integer quietPeriodSeconds,
        @Nullable Integer reopenWindowSeconds,
        @Nullable AfterReopenWindow afterReopenWindow,
        @Nullable OnUnsentResolution onUnsentResolution,
        @Nullable Boolean closeTouched,
        @Nullable Integer closeWithinSeconds,
        @Nullable Integer noteIntervalSeconds,
        @Nullable Integer flapThreshold,
        @Nullable Integer flapWindowSeconds,
        @Nullable OnDeleted onDeleted,
        @Nullable OnMerged onMerged,
        @Nullable OnClosedByPerson onClosedByPerson) {

    /** The same, but a matter that is over before Halo heard of it stays without a ticket. */
    public Lifecycle skippingUnsent() {
        return new Lifecycle(
                onResolve,
                closedStatusId,
                quietPeriodSeconds,
                reopenWindowSeconds,
                afterReopenWindow,
                OnUnsentResolution.SKIP,
                closeTouched,
                closeWithinSeconds,
                noteIntervalSeconds,
                flapThreshold,
                flapWindowSeconds,
                onDeleted,
                onMerged,
                onClosedByPerson);
    }

    /** The same, but a repeat is told in a note of its own, however many there were before. */
    public Lifecycle tellingThisRepeat() {
        return new Lifecycle(
                onResolve,
                closedStatusId,
                quietPeriodSeconds,
                reopenWindowSeconds,
                afterReopenWindow,
                onUnsentResolution,
                closeTouched,
                closeWithinSeconds,
                1,
                flapThreshold,
                flapWindowSeconds,
                onDeleted,
                onMerged,
                onClosedByPerson);
    }

    /** What happens to the ticket when the matter is over. */
    public enum OnResolve {
        /** The ticket gets the closed status. */
        CLOSE,
        /** The ticket gets a note. */
        NOTE
    }

    /** What a repeat makes when the window for reopening has passed. */
    public enum AfterReopenWindow {
        /** A new ticket. */
        NEW,
        /** A new ticket below the closed one. */
        CHILD
    }

    /** What becomes of a matter that is over before Halo heard of it. */
    public enum OnUnsentResolution {
        /** Nothing. */
        SKIP,
        /** A ticket that is closed at once. */
        CREATE_AND_CLOSE
    }

    /** What a repeat does when the ticket was deleted. */
    public enum OnDeleted {
        /** A new ticket. */
        RECREATE,
        /** Nothing until the matter was over once. */
        STOP
    }

    /** What a repeat does when the ticket was merged into another. */
    public enum OnMerged {
        /** It is told to the other ticket. */
        FOLLOW,
        /** A new ticket. */
        RECREATE,
        /** Nothing until the matter was over once. */
        STOP
    }

    /** What a repeat does when a person closed the ticket. */
    public enum OnClosedByPerson {
        /** Nothing until the matter was over once. */
        RESPECT,
        /** It opens the ticket again within the window. */
        REOPEN,
        /** A new ticket. */
        NEW
    }

    /** Nothing set. */
    public static final Lifecycle NONE =
            new Lifecycle(null, null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Everything as it is where nobody sets it. */
    public static Lifecycle usual(long closedStatusId) {
        return new Lifecycle(
                OnResolve.CLOSE,
                closedStatusId,
                0,
                0,
                AfterReopenWindow.NEW,
                OnUnsentResolution.SKIP,
                false,
                0,
                0,
                0,
                0,
                OnDeleted.STOP,
                OnMerged.FOLLOW,
                OnClosedByPerson.RESPECT);
    }

    /** These settings where they are there, the wider ones elsewhere. */
    public Lifecycle over(Lifecycle wider) {
        return new Lifecycle(
                first(onResolve, wider.onResolve),
                first(closedStatusId, wider.closedStatusId),
                first(quietPeriodSeconds, wider.quietPeriodSeconds),
                first(reopenWindowSeconds, wider.reopenWindowSeconds),
                first(afterReopenWindow, wider.afterReopenWindow),
                first(onUnsentResolution, wider.onUnsentResolution),
                first(closeTouched, wider.closeTouched),
                first(closeWithinSeconds, wider.closeWithinSeconds),
                first(noteIntervalSeconds, wider.noteIntervalSeconds),
                first(flapThreshold, wider.flapThreshold),
                first(flapWindowSeconds, wider.flapWindowSeconds),
                first(onDeleted, wider.onDeleted),
                first(onMerged, wider.onMerged),
                first(onClosedByPerson, wider.onClosedByPerson));
    }

    private static <T> @Nullable T first(@Nullable T narrow, @Nullable T wide) {
        return narrow == null ? wide : narrow;
    }
}
