package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Creates and changes tickets by Halo's rules. */
final class TicketWriter {

    private static final int UNASSIGNED = 1;
    private static final List<String> OF_THE_SERVER = List.of(
            "id",
            "guid",
            "last_update",
            "lastactiondate",
            "hasbeenclosed",
            "dateclosed",
            "deleted",
            "client_name",
            "site_name",
            "agent_name",
            "status_name",
            "tickettype_name",
            "priority_name",
            "datecreated");

    private final Tenant tenant;
    private final Switches switches;
    private final InstantSource time;
    private final TicketRules rules;

    TicketWriter(Tenant tenant, Switches switches, InstantSource time) {
        this.tenant = tenant;
        this.switches = switches;
        this.time = time;
        this.rules = new TicketRules(tenant, switches);
    }

    /** Why Halo would refuse this element, in its words. */
    Optional<String> check(Map<String, Object> element) {
        return rules.check(element);
    }

    /** Creates or changes the ticket of an element that was checked. */
    Ticket write(Map<String, Object> element, int agentId) {
        Instant now = time.instant();
        if (TicketRules.id(element) > 0) {
            return update(element, now, agentId);
        }
        Ticket ticket = create(element, now);
        tenant.watcher().changed(Row.of(), ticket.row(), agentId);
        return ticket;
    }

    /** Brings a ticket to a status, with what follows from it. */
    Row toStatus(Row row, int status, Instant now) {
        boolean close = TicketSearch.CLOSED.contains(status);
        boolean closed = TicketSearch.CLOSED.contains(row.number("status_id"));
        Map<String, Object> changes = new HashMap<>(Map.of("status_id", status));
        if (close && !(closed && row.flag("hasbeenclosed"))) {
            changes.put("hasbeenclosed", true);
            changes.put("dateclosed", now);
        } else if (!close && row.flag("hasbeenclosed")) {
            changes.put("hasbeenclosed", false);
            changes.put("dateclosed", HaloText.NEVER);
        }
        return row.with(changes);
    }

    private Ticket create(Map<String, Object> element, Instant now) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("id", 0);
        values.put("guid", UUID.randomUUID().toString());
        values.put("dateoccurred", now);
        values.put("status_id", 1);
        values.put("sla_id", 1);
        values.put("priority_id", 3);
        values.put("agent_id", UNASSIGNED);
        values.put("team", tenant.nameOf(Kind.TEAM, 1));
        values.put("team_id", 1);
        values.put("source", 0);
        values.put("client_id", 1);
        values.putAll(given(element, Row.of()));
        if (tenant.list(Kind.TICKET_TYPE).find(number(values, "tickettype_id")).isEmpty()) {
            values.put("tickettype_id", 1);
        }
        Row site = tenant.list(Kind.SITE).find(number(values, "site_id")).orElse(Row.of());
        if (site.has("id") && !element.containsKey("client_id")) {
            values.put("client_id", site.number("client_id"));
        }
        values.putIfAbsent("site_id", mainSite(number(values, "client_id")));
        values.put("last_update", now);
        values.put("lastactiondate", now);
        int status = number(values, "status_id");
        Row row = toStatus(Row.of(values).with("status_id", 0), status, now);
        return tenant.tickets().create(row, now);
    }

    private Ticket update(Map<String, Object> element, Instant now, int agentId) {
        Ticket ticket = tenant.tickets().find(TicketRules.id(element)).orElseThrow();
        Ticket.Change change = ticket.change(row -> {
            Map<String, Object> changes = given(element, row);
            boolean moves = changes.containsKey("client_id") && number(changes, "client_id") != row.number("client_id");
            if (moves && !changes.containsKey("site_id")) {
                changes.put("site_id", mainSite(number(changes, "client_id")));
            }
            Object status = changes.remove("status_id");
            changes.put("last_update", now);
            Row changed = row.with(changes);
            return status instanceof Integer wanted ? toStatus(changed, wanted, now) : changed;
        });
        tenant.watcher().changed(change.before(), change.after(), agentId);
        return ticket;
    }

    /** What of the element is kept: no flags of the call, no names that Halo derives. */
    private Map<String, Object> given(Map<String, Object> element, Row before) {
        Map<String, Object> values = new LinkedHashMap<>(element);
        values.keySet().removeIf(name -> name.startsWith("_") || OF_THE_SERVER.contains(name));
        HaloText.keepHtml(values, "details", "details_html");
        if (switches.on(Switch.DROP_THIRD_PARTY_ID)) {
            values.remove("third_party_id_string");
        }
        resolveTeam(values);
        if (values.get("customfields") instanceof List<?> fields) {
            values.put("customfields", customFields(fields, before));
        }
        return values;
    }

    private void resolveTeam(Map<String, Object> values) {
        Object name = values.remove("team");
        Object id = values.remove("team_id");
        Optional<Row> team = id instanceof Integer number
                ? tenant.list(Kind.TEAM).find(number)
                : Optional.ofNullable(name).flatMap(text -> tenant.named(Kind.TEAM, text.toString()));
        team.ifPresent(row -> {
            values.put("team", row.text("name"));
            values.put("team_id", row.number("id"));
        });
    }

    /** Values by the id of the field; fields that do not exist are ignored. */
    private Map<Integer, Object> customFields(List<?> fields, Row before) {
        Map<Integer, Object> values = new HashMap<>();
        if (before.value("customfields") instanceof Map<?, ?> known) {
            known.forEach((id, value) -> values.put((Integer) id, value));
        }
        for (Object one : fields) {
            if (one instanceof Map<?, ?> field && field.get("value") != null) {
                definition(field).ifPresent(row -> values.put(row.number("id"), field.get("value")));
            }
        }
        return Map.copyOf(values);
    }

    private Optional<Row> definition(Map<?, ?> field) {
        String id = String.valueOf(field.get("id"));
        if (id.matches("\\d{1,9}")) {
            return tenant.list(Kind.CUSTOM_FIELD).find(Integer.parseInt(id));
        }
        String name = String.valueOf(field.get("name")).toLowerCase(Locale.ROOT);
        return tenant.named(Kind.CUSTOM_FIELD, name);
    }

    private int mainSite(int client) {
        return tenant.list(Kind.CLIENT)
                .find(client)
                .map(row -> row.number("main_site_id"))
                .orElse(1);
    }

    private static int number(Map<String, Object> values, String name) {
        return values.get(name) instanceof Integer number ? number : 0;
    }
}
