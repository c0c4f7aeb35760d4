package dev.sundog.connector.lookup;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.HaloPage;
import dev.sundog.connector.halo.HaloRow;
import dev.sundog.connector.halo.Sending;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * By the marker in the details, through the search. The search is fuzzy, so rows without the marker are passed over, and its
 * index may lag behind, so "none" is believed only after several looks.
 */
record ByMarker(HaloApi halo) implements Search {

    static final String FILTER = "search_details";

    /** Looks after which "none" is believed; with the pauses between them they take about half a minute. */
    static final int LOOKS = 4;

    @Override
    public Answer<List<FoundTicket>> find(HaloConnection connection, String reference, int looks, Sending sending) {
        Answer<List<FoundTicket>> seen = search(connection, Lists.of(FILTER, reference), reference, sending);
        if (!(seen instanceof Answer.Got<List<FoundTicket>> got) || !got.value().isEmpty()) {
            return seen;
        }
        if (looks < LOOKS) {
            return new Answer.Ended<>(
                    new CallEnd.NotFound(
                            "not found by search, whose index may lag behind: look " + looks + " of " + LOOKS),
                    null);
        }
        return search(connection, Lists.deleted(FILTER, reference), reference, sending)
                .then(found -> new Answer.Got<>(
                        found.stream().map(FoundTicket::inTheBin).toList(), null));
    }

    /** The tickets that certainly carry the marker, among those that the search finds now. */
    Answer<List<FoundTicket>> search(
            HaloConnection connection, Map<String, String> query, String reference, Sending sending) {
        return halo.list(connection, query, sending).then(page -> {
            List<FoundTicket> shown = page.rows().stream()
                    .filter(row -> row.details().contains(reference))
                    .map(row -> row.ticket().carrying(reference))
                    .toList();
            if (!shown.isEmpty()) {
                return new Answer.Got<>(shown, null);
            }
            return page.total() > Lists.DETAILS
                    ? Lists.ignored(page.total())
                    : oneByOne(connection, page, reference, sending);
        });
    }

    private Answer<List<FoundTicket>> oneByOne(
            HaloConnection connection, HaloPage page, String reference, Sending sending) {
        List<FoundTicket> found = new ArrayList<>();
        for (HaloRow row : page.rows()) {
            switch (halo.show(connection, row.ticket().ticketId(), sending)) {
                case Answer.Ended<HaloRow> ended -> {
                    return new Answer.Ended<>(ended.end(), ended.httpStatus());
                }
                case Answer.Got<HaloRow> got -> {
                    if (got.value().details().contains(reference)) {
                        found.add(got.value().ticket().carrying(reference));
                    }
                }
            }
        }
        return new Answer.Got<>(List.copyOf(found), null);
    }
}
