package dev.sundog.simulator.tab;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The custom tabs of one tenant. Their secrets are kept apart and never shown. Safe from any thread. */
public final class Tabs {

    private static final String SECRET = "new_iframe_secret";

    private final Tenant tenant;
    private final Map<Integer, Row> tabs = new LinkedHashMap<>();
    private final Map<Integer, String> secrets = new HashMap<>();
    private int lastId;

    public Tabs(Tenant tenant) {
        this.tenant = tenant;
    }

    public synchronized List<Row> all() {
        return List.copyOf(tabs.values());
    }

    public synchronized Optional<Row> find(int id) {
        return Optional.ofNullable(tabs.get(id));
    }

    /** By number or by name. */
    public synchronized Optional<Row> find(String idOrName) {
        return tabs.values().stream()
                .filter(tab -> String.valueOf(tab.number("id")).equals(idOrName)
                        || tab.text("name").equalsIgnoreCase(idOrName))
                .findFirst();
    }

    /** Keeps a new tab under the next number. */
    public synchronized Row add(Map<String, Object> fields) {
        Row tab = Row.of("id", ++lastId, "guid", UUID.randomUUID().toString());
        return put(tab, fields);
    }

    /** Changes a tab; empty if there is none of that number. A secret that is not given stays. */
    public synchronized Optional<Row> change(int id, Map<String, Object> fields) {
        return find(id).map(tab -> put(tab, fields));
    }

    public synchronized Optional<Row> remove(int id) {
        secrets.remove(id);
        return Optional.ofNullable(tabs.remove(id));
    }

    /** The address of the tab's page for this agent on this ticket, with Halo's variables replaced. */
    public synchronized String address(Row tab, Row ticket, int agentId) {
        String secret = tab.flag("send_secure_url_parameter") ? secrets.getOrDefault(tab.number("id"), "") : "";
        String area = tenant.nameOf(Kind.CLIENT, ticket.number("client_id"));
        return new TabAddress(area, agentId, ticket.number("id"), secret, customFields(ticket)).in(tab.text("url"));
    }

    public synchronized void reset() {
        tabs.clear();
        secrets.clear();
        lastId = 0;
    }

    private Row put(Row tab, Map<String, Object> fields) {
        Map<String, Object> shown = new LinkedHashMap<>(fields);
        shown.remove("id");
        Object secret = shown.remove(SECRET);
        if (secret instanceof String text && !text.isBlank()) {
            secrets.put(tab.number("id"), text);
            shown.putIfAbsent("send_secure_url_parameter", true);
        }
        Row changed = tab.with(shown);
        tabs.put(tab.number("id"), changed);
        return changed;
    }

    private Map<String, String> customFields(Row ticket) {
        Map<String, String> values = new HashMap<>();
        Map<?, ?> byId = ticket.value("customfields") instanceof Map<?, ?> map ? map : Map.of();
        for (Row definition : tenant.list(Kind.CUSTOM_FIELD).all()) {
            Object value = byId.get(definition.number("id"));
            values.put(definition.text("name"), value == null ? "" : value.toString());
        }
        return values;
    }
}
