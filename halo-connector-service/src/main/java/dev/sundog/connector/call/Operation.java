package dev.sundog.connector.call;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one call does in Halo. */
public sealed interface Operation {

    /** References that one {@link FindDuplicates} may ask for. */
    int MOST_REFERENCES = 5;

    /** Its name as meters and logs show it. */
    default String label() {
        return switch (this) {
            case CreateTicket _ -> "CREATE_TICKET";
            case UpdateTicket _ -> "UPDATE_TICKET";
            case ChangeStatus _ -> "CHANGE_STATUS";
            case AddNote _ -> "ADD_NOTE";
            case AddNotes _ -> "ADD_NOTES";
            case FindTicket _ -> "FIND_TICKET";
            case ReadTicket _ -> "READ_TICKET";
            case ListChanged _ -> "LIST_CHANGED";
            case FindDuplicates _ -> "FIND_DUPLICATES";
            case MergeTickets _ -> "MERGE_TICKETS";
            case ReadReference _ -> "READ_REFERENCE";
        };
    }

    /** HTTP requests that it usually takes: what a lane's budget should count. A new token comes on top, about once an hour. */
    default int requests() {
        return switch (this) {
            case CreateTicket _, UpdateTicket _, ChangeStatus _, AddNote _, AddNotes _, ListChanged _, MergeTickets _ ->
                1;
            // The ticket, and the actions on it.
            case ReadTicket _ -> 2;
            // The list, the list of what was deleted, a detail.
            case FindTicket _ -> 3;
            case FindDuplicates find -> Math.max(1, find.references().size());
            case ReadReference read -> read.kind() == ReferenceKind.TICKET_TYPE ? 1 + ReadReference.TYPES : 1;
        };
    }

    /** Makes a ticket. Never repeated blindly. */
    record CreateTicket(TicketFields fields, Payload payload) implements Operation {

        /** With all of its text. */
        public CreateTicket(TicketFields fields) {
            this(fields, Payload.FULL);
        }
    }

    /**
     * Sets headline and details. Absolute, so it may be repeated.
     *
     * @param fields of which headline, details, type and customer are sent
     */
    record UpdateTicket(long ticketId, TicketFields fields, Payload payload) implements Operation {}

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

    /**
     * Writes private notes on several tickets in one exchange. Never repeated blindly. Halo may keep the ones before one that
     * it refuses; which those were cannot be told, so any end but done says nothing about single notes.
     */
    record AddNotes(List<TicketNote> notes) implements Operation {
        public AddNotes {
            notes = List.copyOf(notes);
        }
    }

    /**
     * Looks for the tickets that carry the call's reference; the call's attempt says how often they were looked for.
     *
     * <p>Ends done with those that certainly carry it, deleted ones too; done with none if there certainly is none; not found
     * if none was seen but the search may lag behind, so that it must be looked for again; rejected if the look-up does not
     * work on this connection, so that nothing can be said.
     */
    record FindTicket() implements Operation {}

    /** Reads one ticket and finds out whether somebody touched it. */
    record ReadTicket(long ticketId) implements Operation {}

    /**
     * Lists the tickets that changed, ours or not.
     *
     * @param since by Halo's clock
     * @param page from 1; there is another if this one has {@value #PAGE} tickets
     */
    record ListChanged(Instant since, int page) implements Operation {

        /** Tickets on a full page, the most that Halo gives. */
        public static final int PAGE = 100;
    }

    /**
     * Looks for references that several tickets carry. Ends done with the tickets of those references alone, each verified.
     *
     * @param references at most {@value Operation#MOST_REFERENCES}
     */
    record FindDuplicates(List<String> references) implements Operation {
        public FindDuplicates {
            references = List.copyOf(references);
        }
    }

    /**
     * Merges one ticket into another. Absolute, so it may be repeated. Rejected if Halo took the request and did not merge.
     *
     * @param keptTicketId the one that stays
     */
    record MergeTickets(long keptTicketId, long mergedTicketId) implements Operation {}

    /**
     * Reads a page of what can be chosen in Halo. Changes nothing, so it may be repeated.
     *
     * @param page from 1
     */
    record ReadReference(ReferenceKind kind, int page) implements Operation {

        /** Ticket types whose mandatory fields are read in one call, each by a request of its own. */
        public static final int TYPES = 5;
    }
}
