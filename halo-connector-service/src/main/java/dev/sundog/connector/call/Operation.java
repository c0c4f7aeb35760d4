package dev.sundog.connector.call;

import org.jspecify.annotations.Nullable;

/** What one call does in Halo. */
public sealed interface Operation {

    /** Its name as meters and logs show it. */
    default String label() {
        return switch (this) {
            case CreateTicket _ -> "CREATE_TICKET";
            case ChangeStatus _ -> "CHANGE_STATUS";
            case AddNote _ -> "ADD_NOTE";
            case FindTicket _ -> "FIND_TICKET";
            case ReadTicket _ -> "READ_TICKET";
        };
    }

    /** Makes a ticket. Never repeated blindly. */
    record CreateTicket(TicketFields fields) implements Operation {}

    /**
     * Sets a status. Absolute, so it may be repeated; with a note it may not.
     *
     * @param noteHtml why, written with the status in the same exchange; null for none
     */
    record ChangeStatus(
            long ticketId,
            TicketFields.Place place,
            long statusId,
            @Nullable String noteHtml) implements Operation {}

    /** Writes a private note. Never repeated blindly. */
    record AddNote(long ticketId, String noteHtml) implements Operation {}

    /** Looks for the ticket that carries the call's reference. */
    record FindTicket() implements Operation {}

    /** Reads one ticket. */
    record ReadTicket(long ticketId) implements Operation {}
}
