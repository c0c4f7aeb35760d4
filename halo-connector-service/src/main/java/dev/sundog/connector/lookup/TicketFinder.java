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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the tickets that carry a reference, and believes no row that it did not verify.
 *
 * <p>A server that does not know a filter ignores it and returns everything. So a row without the reference means that the
 * look-up does not work there: that is an end of its own, never "not found", for after "not found" the ticket is made again.
 */
public final class TicketFinder {

    /** Reads of details in one look-up, at most. */
    private static final int DETAILS = 10;

    private final HaloApi halo;

    public TicketFinder(HaloApi halo) {
        this.halo = halo;
    }

    /** The tickets that certainly carry the reference; none if there certainly is none. */
    public Answer<List<FoundTicket>> find(HaloConnection connection, String reference, Sending sending) {
        return switch (connection.lookup()) {
            case THIRD_PARTY_ID -> byField(connection, reference, sending);
            // The report form comes later; the marker is written with a custom field too.
            case CUSTOM_FIELD, MARKER -> byMarker(connection, reference, sending);
        };
    }

    private Answer<List<FoundTicket>> byField(HaloConnection connection, String reference, Sending sending) {
        return halo.list(connection, query("third_party_id_string", reference), sending)
                .then(page -> verified(connection, page, reference, sending));
    }

    private Answer<List<FoundTicket>> verified(
            HaloConnection connection, HaloPage page, String reference, Sending sending) {
        if (page.total() > DETAILS) {
            return ignored(page.total());
        }
        List<FoundTicket> found = new ArrayList<>();
        for (HaloRow row : page.rows()) {
            Answer<HaloRow> read = row.carriesReference()
                    ? new Answer.Got<>(row, null)
                    : halo.read(connection, row.ticket().ticketId(), sending);
            switch (read) {
                case Answer.Ended<HaloRow> ended -> {
                    return new Answer.Ended<>(ended.end(), ended.httpStatus());
                }
                case Answer.Got<HaloRow> got -> {
                    if (!reference.equals(got.value().ticket().reference())) {
                        return ignored(page.total());
                    }
                    found.add(got.value().ticket());
                }
            }
        }
        return new Answer.Got<>(List.copyOf(found), null);
    }

    private Answer<List<FoundTicket>> byMarker(HaloConnection connection, String reference, Sending sending) {
        return halo.list(connection, query("search_details", reference), sending)
                .then(page -> {
                    if (page.total() > DETAILS) {
                        return ignored(page.total());
                    }
                    List<FoundTicket> found = new ArrayList<>();
                    for (HaloRow row : page.rows()) {
                        switch (halo.read(connection, row.ticket().ticketId(), sending)) {
                            case Answer.Ended<HaloRow> ended -> {
                                return new Answer.Ended<>(ended.end(), ended.httpStatus());
                            }
                            case Answer.Got<HaloRow> got -> {
                                if (got.value().details().contains(reference)) {
                                    found.add(got.value().ticket());
                                }
                            }
                        }
                    }
                    return new Answer.Got<>(List.copyOf(found), null);
                });
    }

    private static Map<String, String> query(String filter, String reference) {
        Map<String, String> query = new LinkedHashMap<>();
        query.put(filter, reference);
        query.put("open_only", "false");
        query.put("closed_only", "false");
        query.put("pageinate", "true");
        query.put("page_size", "100");
        query.put("page_no", "1");
        query.put("order", "id");
        return query;
    }

    private static <T> Answer<T> ignored(long total) {
        return new Answer.Ended<>(
                new CallEnd.Rejected(
                        "Halo seems to ignore the look-up's filter: it returned " + total
                                + " tickets, among them such without the reference. Choose another look-up for this connection."),
                null);
    }
}
