package dev.sundog.connector.halo;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.ReferencePage;
import dev.sundog.connector.call.TicketNote;
import dev.sundog.connector.connection.HaloConnection;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Halo, as far as we need it. Each method waits for the answer and never throws for what Halo or the network do; nothing is
 * tried twice, but for one new token after a 401, which Halo did not execute.
 */
public interface HaloApi {

    /** Makes a ticket that carries the reference wherever the connection's look-up wants it. */
    Answer<FoundTicket> create(
            HaloConnection connection, Operation.CreateTicket create, String reference, Sending sending);

    /** Sets headline and details; the reference stays where the look-up wants it. */
    Answer<FoundTicket> update(
            HaloConnection connection, Operation.UpdateTicket update, String reference, Sending sending);

    /** Sets a status, with the note in the same exchange where there is one. */
    Answer<FoundTicket> changeStatus(HaloConnection connection, Operation.ChangeStatus change, Sending sending);

    /** Writes a private note. */
    Answer<FoundTicket> addNote(HaloConnection connection, Operation.AddNote note, Sending sending);

    /** Writes private notes on several tickets in one exchange; got only if Halo answered for each, in their order. */
    Answer<List<FoundTicket>> addNotes(HaloConnection connection, List<TicketNote> notes, Sending sending);

    /** Reads one ticket, even if it was deleted. Whether somebody touched it is not asked. */
    Answer<HaloRow> show(HaloConnection connection, long ticketId, Sending sending);

    /** Reads one ticket and whether somebody else than our own agent touched it. */
    Answer<FoundTicket> read(HaloConnection connection, long ticketId, Sending sending);

    /** Reads one page of the tickets that match. Halo ignores what it does not know in the query. */
    Answer<HaloPage> list(HaloConnection connection, Map<String, String> query, Sending sending);

    /**
     * Tickets whose custom field has one of the values, deleted ones too, by Halo's report. Each row carries what the field
     * holds as its reference.
     *
     * @param field its name in Halo: letters, digits and underscores, or the answer is a refusal
     * @param values letters, digits and hyphens, or the answer is a refusal
     */
    Answer<List<HaloRow>> report(HaloConnection connection, String field, Collection<String> values, Sending sending);

    /** Merges one ticket into another; rejected if Halo took the request and did not merge. */
    Answer<FoundTicket> merge(HaloConnection connection, Operation.MergeTickets merge, Sending sending);

    /** Reads a page of what can be chosen. A missing right or list is an answer, not an end. */
    Answer<ReferencePage> reference(HaloConnection connection, Operation.ReadReference read, Sending sending);
}
