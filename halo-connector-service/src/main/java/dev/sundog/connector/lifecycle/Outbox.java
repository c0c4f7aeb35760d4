package dev.sundog.connector.lifecycle;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.lane.LaneNews;

/** Takes what the lifecycle wants done, in one transaction with the state that remembers it. */
public interface Outbox {

    /** A call for Halo. */
    void send(Call call);

    /** How a lane stands, for people. */
    void lane(LaneNews news);

    /** News for the sources. */
    void publish(TicketNews news);

    /** Halo has several tickets for one key. */
    void doubled(TicketIdentity identity, Effect.Doubled doubled);

    /** A person's command cannot be carried out. */
    void commandRefused(String ticketKey, Effect.CommandRefused refused);

    /** Halo refused a note about a repeat. */
    void noteRefused(TicketIdentity identity, Effect.NoteRefused refused);
}
