package dev.sundog.routing.ticket;

import org.jspecify.annotations.Nullable;

/** Life of the ticket as configuration sets it; what is absent comes from the next wider place. */
public record Lifecycle(
        @Nullable OnResolve onResolve,
        @Nullable Long closedStatusId,
        @Nullable Integer quietPeriodSeconds,
        @Nullable Integer reopenWindowSeconds) {

    /** What happens to the ticket when the matter is over. */
    public enum OnResolve {
        /** The ticket gets the closed status. */
        CLOSE,
        /** The ticket gets a note. */
        NOTE
    }

    /** Nothing set. */
    public static final Lifecycle NONE = new Lifecycle(null, null, null, null);

    /** These settings where they are there, the wider ones elsewhere. */
    Lifecycle over(Lifecycle wider) {
        return new Lifecycle(
                onResolve == null ? wider.onResolve : onResolve,
                closedStatusId == null ? wider.closedStatusId : closedStatusId,
                quietPeriodSeconds == null ? wider.quietPeriodSeconds : quietPeriodSeconds,
                reopenWindowSeconds == null ? wider.reopenWindowSeconds : reopenWindowSeconds);
    }
}
