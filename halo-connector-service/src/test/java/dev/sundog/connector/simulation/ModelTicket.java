package dev.sundog.connector.simulation;

import dev.sundog.connector.connection.HaloConnection.Lookup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One ticket as it truly is in Halo. */
final class ModelTicket {

    final long id;
    /** The key that it was made for; null for a ticket of somebody else. */
    final @Nullable String ticketKey;
    /** The reference that its create carried, whatever Halo kept of it. */
    final @Nullable String reference;

    final List<String> notes = new ArrayList<>();
    String thirdPartyId = "";
    String customField = "";
    String details = "";
    long statusId = ModelHalo.NEW;
    boolean touched;
    boolean closedByPerson;
    boolean deleted;

    @Nullable
    Long mergedInto;

    long visibleAt;

    ModelTicket(long id, @Nullable String ticketKey, @Nullable String reference) {
        this.id = id;
        this.ticketKey = ticketKey;
        this.reference = reference;
    }

    boolean closed() {
        return statusId == ModelHalo.CLOSED;
    }

    /** Neither deleted nor merged away. */
    boolean lives() {
        return !deleted && mergedInto == null;
    }

    boolean touchedByPerson() {
        return touched || closedByPerson || !lives();
    }

    /** Whether the look-up can show it: the report and the filter are believed before the search is asked. */
    boolean findable(Lookup lookup) {
        return switch (lookup) {
            case THIRD_PARTY_ID -> !thirdPartyId.isEmpty();
            case CUSTOM_FIELD -> !customField.isEmpty();
            case MARKER -> reference == null || details.contains(reference);
            case COMBINED -> !thirdPartyId.isEmpty() || !customField.isEmpty();
        };
    }
}
