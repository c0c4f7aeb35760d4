package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.RecordBook;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Tenant.Kind;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A list beside the tickets: customers and sites in an envelope, what is configured as a bare array. */
final class ListResource implements Resource {

    private static final int LARGEST_PAGE = 999;

    private final Kind kind;
    private final RecordBook book;
    private final Replies replies;

    ListResource(Tenant tenant, Kind kind, Replies replies) {
        this.kind = kind;
        this.book = tenant.list(kind);
        this.replies = replies;
    }

    @Override
    public String schema() {
        return switch (kind) {
            case CLIENT -> "Area";
            case SITE -> "Site";
            case TICKET_TYPE -> "RequestType";
            case STATUS -> "TStatus";
            case PRIORITY -> "Policy";
            case TEAM -> "SectionDetail";
            case AGENT -> "Uname";
            case OUTCOME -> "TOutcome";
            case SLA -> "SlaHead";
            case CUSTOM_FIELD -> "FieldInfo";
        };
    }

    @Override
    public String area() {
        return kind == Kind.CLIENT || kind == Kind.SITE ? "customers" : "";
    }

    @Override
    public Answer list(Call call) {
        Stream<Row> rows = book.all().stream().filter(row -> wanted(row, call));
        return switch (kind) {
            case CLIENT -> envelope("clients", rows, call);
            case SITE -> envelope("sites", rows, call);
            default -> Answer.json(200, rows.map(this::json).toList());
        };
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        String wanted = kind == Kind.AGENT && id.equals("me") ? String.valueOf(grant.agentId()) : id;
        return find(wanted).map(row -> Answer.json(200, json(row))).orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(call, elements, this::check, element -> new Written(json(write(element)), 0));
    }

    @Override
    public Answer delete(Call call, String id) {
        return find(id).flatMap(row -> book.remove(row.number("id")))
                .map(row -> Answer.json(200, json(row)))
                .orElseGet(() -> Answer.empty(404));
    }

    private Answer envelope(String key, Stream<Row> rows, Call call) {
        return Answer.json(200, Paging.of(call, LARGEST_PAGE).envelope(key, rows, this::json));
    }

    private boolean wanted(Row row, Call call) {
        if (row.flag("inactive") && !call.flag("includeinactive")) {
            return false;
        }
        String search = call.query().getOrDefault("search", "").toLowerCase(Locale.ROOT);
        if (!row.text("name").toLowerCase(Locale.ROOT).contains(search)) {
            return false;
        }
        return switch (kind) {
            case SITE -> matches(row, "client_id", call, "client_id");
            case CLIENT -> matches(row, "toplevel_id", call, "toplevel_id");
            case PRIORITY -> matches(row, "slaid", call, "slaid");
            default -> true;
        };
    }

    private static boolean matches(Row row, String field, Call call, String parameter) {
        int wanted = Paging.number(call, parameter, 0);
        return wanted <= 0 || row.number(field) == wanted;
    }

    private Optional<Row> find(String id) {
        if (kind == Kind.PRIORITY) {
            return book.all().stream()
                    .filter(row -> row.text("guid").equals(id))
                    .findFirst();
        }
        return id.matches("\\d{1,9}") ? book.find(Integer.parseInt(id)) : Optional.empty();
    }

    private Optional<String> check(Map<String, Object> element) {
        int id = TicketRules.id(element);
        return id > 0 && book.find(id).isEmpty() ? Optional.of(TicketRules.NOT_FOUND) : Optional.empty();
    }

    private Row write(Map<String, Object> element) {
        int id = TicketRules.id(element);
        return id > 0 ? book.put(book.find(id).orElseThrow().with(element)) : book.add(Row.of(element));
    }

    /** A priority shows its GUID as its id. */
    private Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        row.toMap().forEach((name, value) -> json.put(name, HaloText.json(value)));
        Object guid = kind == Kind.PRIORITY ? json.remove("guid") : null;
        if (guid != null) {
            json.put("id", guid);
        }
        if (kind == Kind.OUTCOME) {
            json.remove("name");
        }
        return json;
    }
}
