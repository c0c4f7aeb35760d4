package dev.sundog.connector.halo;

import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.Payload;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.connection.HaloConnection;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Tickets in Halo's wire names. What is not set is left out, for null is a value to Halo. */
final class HttpTickets {

    static final String REFERENCE = "third_party_id_string";
    private static final Instant OLDEST = Instant.parse("2000-01-01T00:00:00Z");

    private HttpTickets() {}

    static Map<String, Object> create(HaloConnection connection, Operation.CreateTicket create, String reference) {
        TicketFields fields = create.fields();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("summary", fields.summary());
        body.put("details_html", details(connection, fields, create.payload(), reference));
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
        put(body, "parent_id", fields.parentId());
        put(body, "assets", fields.assetIds().isEmpty() ? null : assets(fields.assetIds()));
        put(body, "new_approvalprocess", fields.approvalProcessId());
        put(body, REFERENCE, connection.lookup().writesThirdPartyId() ? reference : null);
        return body;
    }

    private static List<Map<String, Long>> assets(List<Long> ids) {
        return ids.stream().map(id -> Map.of("id", id)).toList();
    }

    static Map<String, Object> status(Operation.ChangeStatus change) {
        Map<String, Object> body = change(change.ticketId(), change.place());
        body.put("status_id", change.statusId());
        return body;
    }

    /** The details are replaced as a whole, so the marker goes with them. */
    static Map<String, Object> update(HaloConnection connection, Operation.UpdateTicket update, String reference) {
        Map<String, Object> body = change(update.ticketId(), update.fields().place());
        body.put("summary", update.fields().summary());
        body.put("details_html", details(connection, update.fields(), update.payload(), reference));
        return body;
    }

    /** Halo's own merge, as far as its description tells: two fields of the ticket that goes. */
    static Map<String, Object> merge(Operation.MergeTickets merge) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", merge.mergedTicketId());
        body.put("merged_into_id", merge.keptTicketId());
        body.put("domerge", true);
        return body;
    }

    /** Sends type and customer too: without them some versions answer "Record not found". */
    private static Map<String, Object> change(long ticketId, TicketFields.Place place) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("id", ticketId);
        put(body, "tickettype_id", place.ticketTypeId());
        body.put("client_id", place.customerId());
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
                id,
                connection.ticketUrl(id),
                status,
                text(json.get("status_name")),
                closed,
                HttpReferences.of(connection, json),
                positive(json.get("agent_id")),
                positive(json.get("merged_into_id")),
                json.path("deleted").asBoolean(false),
                false,
                moment(json.get("last_update")));
        String details =
                json.path("details_html").asString("") + json.path("details").asString("");
        return Optional.of(new HaloRow(ticket, details));
    }

    /** The ticket of an action, as far as the action tells of it. */
    static FoundTicket acted(HaloConnection connection, long ticketId, JsonNode action) {
        Long status = whole(action.get("new_status"));
        Long known = status == null || status <= 0 ? null : status;
        return new FoundTicket(
                ticketId,
                connection.ticketUrl(ticketId),
                known,
                text(action.get("new_status_name")),
                isClosed(connection, known),
                null,
                null,
                null,
                false,
                false,
                null);
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

    /** A whole number above zero, for zero is Halo's word for none; null otherwise. */
    static @Nullable Long positive(@Nullable JsonNode json) {
        Long number = whole(json);
        return number == null || number <= 0 ? null : number;
    }

    /** A moment, in UTC also where Halo leaves the letter out; null if there is none, or the year 1900 that means none. */
    static @Nullable Instant moment(@Nullable JsonNode json) {
        String text = json == null ? "" : json.asString("");
        if (!text.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9:.]{8,16}Z?")) {
            return null;
        }
        try {
            Instant moment = Instant.parse(text.endsWith("Z") ? text : text + "Z");
            return moment.isBefore(OLDEST) ? null : moment;
        } catch (DateTimeParseException nonsense) {
            return null;
        }
    }

    /** Whether Halo shows that nothing was said or done on the ticket since it was made. */
    static boolean isAsMade(JsonNode json) {
        Instant made = moment(json.get("dateoccurred"));
        Instant lastAction = moment(json.get("lastactiondate"));
        return made != null && lastAction != null && !lastAction.isAfter(made);
    }

    private static boolean isClosed(HaloConnection connection, @Nullable Long status) {
        return status != null && connection.closedStatusIds().contains(status);
    }

    private static String details(HaloConnection connection, TicketFields fields, Payload payload, String reference) {
        String sized = TicketText.sized(fields.detailsHtml(), payload, reference);
        return connection.lookup().writesMarker() ? sized + TicketText.marker(reference) : sized;
    }

    private static List<Map<String, Object>> custom(HaloConnection connection, TicketFields fields, String reference) {
        List<Map<String, Object>> custom = new ArrayList<>();
        fields.customFields().forEach(field -> custom.add(Map.of("name", field.name(), "value", field.value())));
        if (connection.lookup().writesCustomField() && connection.lookupCustomField() != null) {
            custom.add(Map.of("name", connection.lookupCustomField(), "value", reference));
        }
        return custom;
    }

    static @Nullable String text(@Nullable JsonNode json) {
        return json == null || json.isNull() ? null : json.asString("");
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
