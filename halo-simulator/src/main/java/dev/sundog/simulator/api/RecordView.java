package dev.sundog.simulator.api;

import dev.sundog.simulator.book.AgentRights;
import dev.sundog.simulator.book.AgentRights.Right;
import dev.sundog.simulator.book.FieldCatalog;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.exchange.Call;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How a record of a list looks, in the list and alone. Names of what it points to are looked up, not stored. */
final class RecordView {

    /** A field that points to another list, and the field that has the name of what it points to. */
    private record Pointer(String field, String name, Kind kind) {}

    private static final List<Pointer> POINTERS = List.of(
            new Pointer("client_id", "client_name", Kind.CLIENT),
            new Pointer("site_id", "site_name", Kind.SITE),
            new Pointer("sitenumber", "site_name", Kind.SITE),
            new Pointer("user_id", "user_name", Kind.USER),
            new Pointer("agent_id", "agent_name", Kind.AGENT),
            new Pointer("assigned_agent", "assigned_agent_name", Kind.AGENT),
            new Pointer("supplier_id", "supplier_name", Kind.SUPPLIER),
            new Pointer("toplevel_id", "toplevel_name", Kind.TOPLEVEL),
            new Pointer("tickettype_id", "tickettype_name", Kind.TICKET_TYPE),
            new Pointer("sla_id", "sla_name", Kind.SLA),
            new Pointer("organisation_id", "organisation_name", Kind.ORGANISATION));

    private final Tenant tenant;
    private final Kind kind;
    private final String listSchema;

    RecordView(Tenant tenant, Kind kind) {
        this.tenant = tenant;
        this.kind = kind;
        String schema = kind.schema() + "_List";
        this.listSchema = FieldCatalog.halo().knows(schema) ? schema : kind.schema();
    }

    /** The whole record. */
    Map<String, Object> detail(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        row.toMap().forEach((name, value) -> json.put(name, HaloText.json(value)));
        for (Pointer pointer : POINTERS) {
            if (row.has(pointer.field()) && known(kind.schema(), pointer.name())) {
                json.put(pointer.name(), tenant.nameOf(pointer.kind(), row.number(pointer.field())));
            }
        }
        if (kind == Kind.SITE) {
            Object customer = json.get("client_name");
            json.put("clientsite_name", customer == null ? row.text("name") : customer + "/" + row.text("name"));
        }
        if (kind == Kind.AGENT) {
            json.put("teams", teams(row.number("id")));
        }
        Object shown = json.remove("_shown");
        if (shown != null) {
            json.put("id", shown);
        }
        return json;
    }

    /** A row that belongs to another record. */
    Map<String, Object> bare(Row row) {
        Map<String, Object> json = detail(row);
        json.keySet().removeIf(name -> !known(listSchema, name) || name.startsWith("data_"));
        return json;
    }

    /** A row of a list: what the schema of rows has, without lists and texts of files. */
    Map<String, Object> row(Row row, Call call) {
        Map<String, Object> json = detail(row);
        if (call.flag("idonly")) {
            return Map.of("id", json.getOrDefault("id", 0));
        }
        boolean custom = call.parameter("include_custom_fields").isPresent();
        boolean lines = call.flag("includelines");
        boolean azure = call.flag("includeazuretenants");
        json.keySet().removeIf(name -> !known(listSchema, name) || name.startsWith("data_"));
        json.entrySet()
                .removeIf(one -> one.getValue() instanceof List
                        && !(custom && one.getKey().equals("customfields"))
                        && !(lines && one.getKey().equals("lines"))
                        && !(azure && one.getKey().equals("azure_tenants"))
                        && !(kind == Kind.AGENT && one.getKey().equals("teams")));
        return json;
    }

    /** The teams that an agent is a member of. */
    private List<Object> teams(int agent) {
        AgentRights rights = tenant.rights(agent);
        return tenant.list(Kind.TEAM).all().stream()
                .filter(team -> rights.memberOf(team.number("id")))
                .<Object>map(team -> Map.of(
                        "agent_id",
                        agent,
                        "team_id",
                        team.number("id"),
                        "team_name",
                        team.text("name"),
                        "in_section",
                        true,
                        "unassigned_access",
                        rights.may(Right.VIEW_UNASSIGNED_TICKETS),
                        "otheragent_access",
                        rights.may(Right.VIEW_TICKETS_OF_OTHERS)))
                .toList();
    }

    private static boolean known(String schema, String name) {
        return FieldCatalog.halo().find(schema, name).isPresent();
    }
}
