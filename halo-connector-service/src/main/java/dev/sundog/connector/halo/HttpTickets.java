package dev.sundog.connector.halo;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.connection.HaloConnection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tickets in Halo's wire names. What is not set is left out, for null is a value to Halo. */
final class HttpTickets {

    private static final String REFERENCE = "third_party_id_string";

    private HttpTickets() {}

    static Map<String, Object> create(HaloConnection connection, TicketFields fields, String reference) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("summary", fields.summary());
        body.put("details_html", details(connection, fields, reference));
        put(body, "tickettype_id", fields.ticketTypeId());
        body.put("client_id", fields.customerId());
        put(body, "site_id", fields.siteId());
        put(body, "user_id", fields.userId());
        put(body, "status_id", fields.statusId());
        put(body, "priority_id", fields.priorityId());
        put(body, "team", fields.team());
        put(body, "agent_id", fields.agentId());
        for (int index = 0; index < fields.categories().size(); index++) {
            String category = fields.categories().get(index);
            put(body, "category_" + (index + 1), category.isEmpty() ? null : category);
        }
        List<Map<String, Object>> custom = custom(connection, fields, reference);
        put(body, "customfields", custom.isEmpty() ? null : custom);
        put(body, "impact", fields.impact());
        put(body, "urgency", fields.urgency());
        put(body, "sla_id", fields.slaId());
        put(body, "source", fields.sourceId());
        body.put(REFERENCE, reference);
        return body;
    }

    /** Sends type and customer too: without them some versions answer "Record not found". */
    static Map<String, Object> status(Operation.ChangeStatus change) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", change.ticketId());
        put(body, "tickettype_id", change.place().ticketTypeId());
        body.put("client_id", change.place().customerId());
        body.put("status_id", change.statusId());
        return body;
    }

    /** A private note, with a status if one is given. */
    static Map<String, Object> action(
            HaloConnection connection, long ticketId, String noteHtml, @Nullable Long statusId) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("ticket_id", ticketId);
        body.put("outcome_id", connection.noteOutcomeId());
        body.put("note_html", noteHtml);
        body.put("hiddenfromuser", true);
        put(body, "new_status", statusId);
        return body;
    }

    /** A ticket from its JSON; empty if it has no id. */
    static Optional<HaloRow> row(HaloConnection connection, JsonNode json) {
        Long id = whole(json.get("id"));
        if (id == null) {
            return Optional.empty();
        }
        Long status = whole(json.get("status_id"));
        boolean closed = json.path("hasbeenclosed").asBoolean(false) || isClosed(connection, status);
        FoundTicket ticket = new FoundTicket(
                id, connection.ticketUrl(id), status, text(json.get("status_name")), closed, text(json.get(REFERENCE)));
        String details =
                json.path("details_html").asString("") + json.path("details").asString("");
        return Optional.of(new HaloRow(ticket, json.has(REFERENCE), details));
    }

    /** The ticket of an action, as far as the action tells of it. */
    static FoundTicket acted(HaloConnection connection, long ticketId, JsonNode action) {
        Long status = whole(action.get("new_status"));
        Long known = status == null || status <= 0 ? null : status;
        return new FoundTicket(
                ticketId, connection.ticketUrl(ticketId), known, null, isClosed(connection, known), null);
    }

    /** The one element, where a version wraps it in an array. */
    static JsonNode single(JsonNode json) {
        return json.isArray() && json.size() == 1 ? json.get(0) : json;
    }

    /** A whole number, also as {@code 3.0} or {@code "3"}; null if it is none. */
    static @Nullable Long whole(@Nullable JsonNode json) {
        if (json == null || json.isNull()) {
            return null;
        }
        if (json.isNumber()) {
            return json.asDouble() == Math.rint(json.asDouble()) ? Long.valueOf((long) json.asDouble()) : null;
        }
        String text = json.asString("");
        return text.matches("-?[0-9]{1,18}(\\.0+)?") ? Long.valueOf(text.replaceFirst("\\.0+$", "")) : null;
    }

    private static boolean isClosed(HaloConnection connection, @Nullable Long status) {
        return status != null && connection.closedStatusIds().contains(status);
    }

    private static String details(HaloConnection connection, TicketFields fields, String reference) {
        return connection.lookup() == HaloConnection.Lookup.THIRD_PARTY_ID
                ? fields.detailsHtml()
                : fields.detailsHtml() + "<p style=\"color:#999999;font-size:11px\">" + reference + "</p>";
    }

    private static List<Map<String, Object>> custom(HaloConnection connection, TicketFields fields, String reference) {
        List<Map<String, Object>> custom = new ArrayList<>();
        fields.customFields().forEach(field -> custom.add(Map.of("name", field.name(), "value", field.value())));
        if (connection.lookup() == HaloConnection.Lookup.CUSTOM_FIELD && connection.lookupCustomField() != null) {
            custom.add(Map.of("name", connection.lookupCustomField(), "value", reference));
        }
        return custom;
    }

    private static @Nullable String text(@Nullable JsonNode json) {
        return json == null || json.isNull() ? null : json.asString("");
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
