package dev.sundog.connector.lookup;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import java.util.List;

/** One way to look a reference up. Its answers mean what those of {@link TicketFinder} mean. */
interface Search {

    Answer<List<FoundTicket>> find(HaloConnection connection, String reference, int looks, Sending sending);
}
