package dev.sundog.connector.lookup;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.HaloRow;
import dev.sundog.connector.halo.Sending;
import java.util.List;

/** By a custom field, through Halo's report. The report reads the table itself, so it lags behind nothing and sees deleted ones. */
record ByCustomField(HaloApi halo) implements Search {

    @Override
    public Answer<List<FoundTicket>> find(HaloConnection connection, String reference, int looks, Sending sending) {
        String field = connection.lookupCustomField();
        if (field == null || field.isBlank()) {
            return Lists.cannotTell("the look-up by custom field names no custom field");
        }
        return halo.report(connection, field, List.of(reference), sending).then(rows -> verified(rows, reference));
    }

    private static Answer<List<FoundTicket>> verified(List<HaloRow> rows, String reference) {
        boolean others =
                rows.stream().anyMatch(row -> !reference.equals(row.ticket().reference()));
        return others
                ? Lists.ignored(rows.size())
                : new Answer.Got<>(rows.stream().map(HaloRow::ticket).toList(), null);
    }
}
