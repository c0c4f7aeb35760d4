package dev.sundog.connector.halo;

import dev.sundog.connector.connection.HaloConnection;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The reference that a ticket shows in the fields where its connection's look-up writes it. The marker is not among them. */
final class HttpReferences {

    private HttpReferences() {}

    /** Null if none of the fields is shown, which lists do; empty if one is shown and holds nothing. */
    static @Nullable String of(HaloConnection connection, JsonNode ticket) {
        String thirdParty =
                connection.lookup().writesThirdPartyId() ? HttpTickets.text(ticket.get(HttpTickets.REFERENCE)) : null;
        if (thirdParty != null && !thirdParty.isEmpty()) {
            return thirdParty;
        }
        String field = connection.lookupCustomField();
        String custom = connection.lookup().writesCustomField() && field != null ? custom(ticket, field) : null;
        return custom == null ? thirdParty : custom;
    }

    private static @Nullable String custom(JsonNode ticket, String name) {
        JsonNode fields = ticket.get("customfields");
        if (fields == null || !fields.isArray()) {
            return null;
        }
        return fields.valueStream()
                .filter(field -> name.equalsIgnoreCase(field.path("name").asString("")))
                .map(field -> field.path("value").asString(""))
                .findFirst()
                .orElse("");
    }
}
