package dev.sundog.connector.lookup;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.HaloPage;
import dev.sundog.connector.halo.HaloRow;
import dev.sundog.connector.halo.Sending;
import java.util.ArrayList;
import java.util.List;

/**
 * By the list's filter for the field {@code third_party_id_string}. A version that does not know the filter returns every
 * ticket, so one row that does not carry the reference says that nothing can be said.
 */
record ByThirdPartyId(HaloApi halo) implements Search {

    static final String FILTER = "third_party_id_string";

    @Override
    public Answer<List<FoundTicket>> find(HaloConnection connection, String reference, int looks, Sending sending) {
        return halo.list(connection, Lists.of(FILTER, reference), sending)
                .then(page -> verified(connection, page, reference, sending))
                .then(found ->
                        found.isEmpty() ? deleted(connection, reference, sending) : new Answer.Got<>(found, null));
    }

    /** A ticket that was made and then deleted by a person is not made again blindly. */
    private Answer<List<FoundTicket>> deleted(HaloConnection connection, String reference, Sending sending) {
        return halo.list(connection, Lists.deleted(FILTER, reference), sending)
                .then(page -> verified(connection, page, reference, sending))
                .then(found -> new Answer.Got<>(
                        found.stream().map(FoundTicket::inTheBin).toList(), null));
    }

    private Answer<List<FoundTicket>> verified(
            HaloConnection connection, HaloPage page, String reference, Sending sending) {
        if (page.total() > Lists.DETAILS) {
            return Lists.ignored(page.total());
        }
        List<FoundTicket> found = new ArrayList<>();
        for (HaloRow row : page.rows()) {
            Answer<HaloRow> read = row.ticket().reference() == null
                    ? halo.show(connection, row.ticket().ticketId(), sending)
                    : new Answer.Got<>(row, null);
            switch (read) {
                case Answer.Ended<HaloRow> ended -> {
                    return new Answer.Ended<>(ended.end(), ended.httpStatus());
                }
                case Answer.Got<HaloRow> got -> {
                    if (!reference.equals(got.value().ticket().reference())) {
                        return Lists.ignored(page.total());
                    }
                    found.add(got.value().ticket());
                }
            }
        }
        return new Answer.Got<>(List.copyOf(found), null);
    }
}
