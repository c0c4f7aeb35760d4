package dev.sundog.local.chaos;

import dev.sundog.local.chaos.check.Ticket;
import dev.sundog.local.chaos.world.Site;
import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import dev.sundog.local.terminal.CommandFailure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** The tickets of the simulated Halos, read as any client could. */
final class HttpTickets {

    private static final int PAGE = 100;
    private static final Set<Long> CLOSED = Set.of(8L, 9L);

    private final HttpHaloDesk desk;
    private final Map<String, String> references = new HashMap<>();

    HttpTickets(HttpHaloDesk desk) {
        this.desk = desk;
    }

    List<Ticket> all(Site site) {
        HttpJson api = desk.signIn(site);
        var tickets = new ArrayList<Ticket>();
        for (int page = 1; ; page++) {
            JsonNode rows = get(api, "/Tickets?pageinate=true&page_size=" + PAGE + "&page_no=" + page)
                    .path("tickets");
            rows.forEach(row -> tickets.add(ticket(site, api, row)));
            if (rows.size() < PAGE) {
                return tickets;
            }
        }
    }

    private Ticket ticket(Site site, HttpJson api, JsonNode row) {
        long id = row.path("id").asLong();
        // A reference never changes; the list does not show it in every version of Halo.
        String reference = references.computeIfAbsent(
                site.halo() + id,
                _ -> get(api, "/Tickets/" + id).path("third_party_id_string").asString(""));
        return new Ticket(
                site.halo(),
                id,
                reference,
                row.path("client_id").asLong(),
                CLOSED.contains(row.path("status_id").asLong()),
                row.path("summary").asString(""));
    }

    private static JsonNode get(HttpJson api, String path) {
        HttpReply reply = api.get(path);
        if (!reply.ok()) {
            throw new CommandFailure("Halo does not show " + path + ": " + reply.summary());
        }
        return reply.body();
    }
}
