package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Payload;
import dev.sundog.connector.call.TicketFields;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the ticket of an episode is made.
 *
 * @param payload how much of its text Halo takes, as far as that was found out
 * @param parentId the ticket that it becomes a child of; null for none
 */
public record Making(Payload payload, @Nullable Long parentId) {

    /** A ticket of its own with all its text. */
    static final Making WHOLE = new Making(Payload.FULL, null);

    /** Details of so many characters may be what a front end choked on. */
    private static final int LARGE = 20_000;

    static Making below(@Nullable Long parentId) {
        return new Making(Payload.FULL, parentId);
    }

    /** With less text; empty where less is not possible. */
    Optional<Making> smaller() {
        return switch (payload) {
            case FULL -> Optional.of(new Making(Payload.TRIMMED, parentId));
            case TRIMMED -> Optional.of(new Making(Payload.MINIMAL, parentId));
            case MINIMAL -> Optional.empty();
        };
    }

    /** After a create whose end was unknown and which certainly made no ticket: a large text is the first suspect. */
    Making afterLoss(TicketFields fields) {
        boolean suspect = payload != Payload.FULL || fields.detailsHtml().length() > LARGE;
        return suspect ? smaller().orElse(this) : this;
    }
}
