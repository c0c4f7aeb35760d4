package dev.sundog.connector.halo;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.ReferenceItem;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.call.ReferencePage;
import dev.sundog.connector.connection.HaloConnection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the lists that tickets choose from. Customers, sites and users come page by page, the others as one bare array.
 *
 * <p>Which of a ticket type's fields are mandatory only its detail shows: those are read for a few types in each call.
 */
final class HttpReferenceData {

    /** Items of one answer that are kept; what is beyond is counted and left out. */
    private static final int MOST_OF_AN_ARRAY = 4_000;

    private static final int PAGE = 200;
    private static final int USERS_PAGE = 100;

    private final HttpExchange exchange;

    HttpReferenceData(HttpExchange exchange) {
        this.exchange = exchange;
    }

    Answer<ReferencePage> read(HaloConnection connection, Operation.ReadReference read, Sending sending) {
        Answer<JsonNode> answer = exchange.get(connection, path(read), sending);
        return switch (answer) {
            case Answer.Got<JsonNode> got ->
                read.kind() == ReferenceKind.TICKET_TYPE
                        ? types(connection, got.value(), read.page(), sending)
                        : page(read.kind(), got.value());
            case Answer.Ended<JsonNode> ended -> unread(ended, sending);
        };
    }

    private static String path(Operation.ReadReference read) {
        String paged = "?pageinate=true&page_no=" + read.page() + "&order=id&includeactive=true&page_size=";
        return switch (read.kind()) {
            case TICKET_TYPE -> "/TicketType?include_mandatory_field_check=true";
            case STATUS -> "/Status";
            case SLA -> "/SLA";
            case PRIORITY -> "/Priority";
            case TEAM -> "/Team?showall=true";
            case AGENT -> "/Agent?includeenabled=true&includedisabled=true&includeapiagents=true";
            case CATEGORY -> "/Category";
            case CUSTOM_FIELD -> "/FieldInfo";
            case CUSTOMER -> "/Client" + paged + PAGE + "&includeinactive=true&includeazuretenants=true";
            case SITE -> "/Site" + paged + PAGE + "&includeinactive=true";
            case USER -> "/Users" + paged + USERS_PAGE;
        };
    }

    private static Answer<ReferencePage> page(ReferenceKind kind, JsonNode json) {
        String envelope = envelope(kind);
        JsonNode rows = json.isArray() ? json : json.path(envelope);
        boolean paged = json.isObject() && kind.compareTo(ReferenceKind.CUSTOMER) >= 0;
        if (!rows.isArray() && !rows.isNull()) {
            return new Answer.Ended<>(new CallEnd.Unknown("a list without " + envelope), null);
        }
        List<ReferenceItem> items = rows.valueStream()
                .map(row -> HttpReferenceRows.item(kind, row))
                .flatMap(Optional::stream)
                .limit(MOST_OF_AN_ARRAY)
                .toList();
        Long total = paged ? HttpTickets.whole(json.get("record_count")) : Long.valueOf(items.size());
        return got(items, total, paged && !rows.isEmpty());
    }

    /** Where Halo wraps a list; alex saw agents wrapped, too. */
    private static String envelope(ReferenceKind kind) {
        return switch (kind) {
            case CUSTOMER -> "clients";
            case SITE -> "sites";
            case USER -> "users";
            case TICKET_TYPE, STATUS, SLA, PRIORITY, TEAM, AGENT, CATEGORY, CUSTOM_FIELD -> "results";
        };
    }

    private Answer<ReferencePage> types(HaloConnection connection, JsonNode json, int page, Sending sending) {
        if (!json.isArray()) {
            return new Answer.Ended<>(new CallEnd.Unknown("ticket types that are no list"), null);
        }
        List<JsonNode> rows =
                json.valueStream().filter(HttpReferenceRows::isOfTickets).toList();
        int from = Math.min(rows.size(), (page - 1) * Operation.ReadReference.TYPES);
        int to = Math.min(rows.size(), from + Operation.ReadReference.TYPES);
        List<ReferenceItem> items = rows.subList(from, to).stream()
                .map(row -> HttpReferenceRows.type(row, detail(connection, row, sending)))
                .flatMap(Optional::stream)
                .toList();
        return got(items, (long) rows.size(), to < rows.size());
    }

    /** Null if Halo does not show it; an empty object if the list says that nothing is mandatory. */
    private @Nullable JsonNode detail(HaloConnection connection, JsonNode row, Sending sending) {
        JsonNode mandatory = row.get("hasmandatorytechfields");
        Long id = HttpTickets.whole(row.get("id"));
        if (id == null || (mandatory != null && mandatory.isBoolean() && !mandatory.asBoolean())) {
            return row;
        }
        Answer<JsonNode> answer = exchange.get(connection, "/TicketType/" + id + "?includedetails=true", sending);
        return answer instanceof Answer.Got<JsonNode> got ? HttpTickets.single(got.value()) : null;
    }

    /**
     * What Halo certainly said about the list alone. A 401 counts here only when the token was fresh and Halo had taken the
     * credentials for it.
     */
    private static Answer<ReferencePage> unread(Answer.Ended<JsonNode> ended, Sending sending) {
        return switch (ended.end()) {
            case CallEnd.PermissionDenied denied ->
                got(ReferencePage.unread(ReferencePage.Result.NOT_PERMITTED, denied.detail()));
            case CallEnd.AuthenticationFailed failed
            when sending.sentAt() != null && Objects.equals(ended.httpStatus(), 401) ->
                got(ReferencePage.unread(ReferencePage.Result.NOT_PERMITTED, failed.detail()));
            case CallEnd.NotFound _ ->
                got(ReferencePage.unread(ReferencePage.Result.NOT_OFFERED, "this Halo has no such list"));
            case CallEnd.Rejected rejected -> got(ReferencePage.unread(ReferencePage.Result.FAILED, rejected.words()));
            case CallEnd end -> new Answer.Ended<>(end, ended.httpStatus());
        };
    }

    private static Answer<ReferencePage> got(List<ReferenceItem> items, @Nullable Long total, boolean more) {
        return got(new ReferencePage(ReferencePage.Result.READ, null, items, total, more));
    }

    private static Answer<ReferencePage> got(ReferencePage page) {
        return new Answer.Got<>(page, null);
    }
}
