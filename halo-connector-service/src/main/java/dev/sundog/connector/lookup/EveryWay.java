package dev.sundog.connector.lookup;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.Sending;
import java.util.List;
import java.util.Optional;

/**
 * All ways one after another, until one finds the ticket. "None" is believed of the report, which reads the table itself; of
 * the filter only if the search does not see it either, for a version may take {@code third_party_id_string} and forget it. A
 * way that does not work here is passed over as long as another one can tell.
 */
record EveryWay(Search byThirdPartyId, Search byCustomField, Search byMarker) implements Search {

    @Override
    public Answer<List<FoundTicket>> find(HaloConnection connection, String reference, int looks, Sending sending) {
        Answer<List<FoundTicket>> filter = byThirdPartyId.find(connection, reference, looks, sending);
        if (!isNone(filter) && inability(filter).isEmpty()) {
            return filter;
        }
        Answer<List<FoundTicket>> report = byCustomField.find(connection, reference, looks, sending);
        if (inability(report).isEmpty()) {
            return report;
        }
        Answer<List<FoundTicket>> search = byMarker.find(connection, reference, looks, sending);
        Optional<String> whySearch = inability(search);
        if (whySearch.isEmpty()) {
            return search;
        }
        return isNone(filter)
                ? filter
                : Lists.cannotTell("none of the look-ups works here: "
                        + inability(filter).orElse("") + "; "
                        + inability(report).orElse("") + "; " + whySearch.get());
    }

    private static boolean isNone(Answer<List<FoundTicket>> answer) {
        return answer instanceof Answer.Got<List<FoundTicket>> got
                && got.value().isEmpty();
    }

    /** Why this way does not work here; empty if it does, or if Halo cannot be asked at all. */
    private static Optional<String> inability(Answer<List<FoundTicket>> answer) {
        if (!(answer instanceof Answer.Ended<List<FoundTicket>> ended)) {
            return Optional.empty();
        }
        return switch (ended.end()) {
            case CallEnd.Rejected rejected -> Optional.of(rejected.words());
            case CallEnd.PermissionDenied denied -> Optional.of(denied.detail());
            case CallEnd _ -> Optional.empty();
        };
    }
}
