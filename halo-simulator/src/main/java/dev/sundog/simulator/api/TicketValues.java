package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Turns what an element says into what a ticket keeps: names become numbers, flags of the call are left out. */
final class TicketValues {

    private static final Set<String> OF_THE_SERVER = Set.of(
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
            "sla_name",
            "datecreated",
            "child_count",
            "attachment_count",
            "external_links",
            "use");
    /** Said for this call alone. */
    private static final Set<String> OF_THE_CALL = Set.of(
            "dont_do_rules",
            "donotapplytemplateintheapi",
            "sendack",
            "domerge",
            "attachments",
            "new_external_link",
            "utcoffset",
            "users_name",
            "userlookup",
            "return_this");

    private final Tenant tenant;
    private final Switches switches;
    private final TicketAccess access;
    private final CustomFields customFields;

    TicketValues(Tenant tenant, Switches switches, TicketAccess access) {
        this.tenant = tenant;
        this.switches = switches;
        this.access = access;
        this.customFields = new CustomFields(tenant);
    }

    /** What an element changes outside of actions; a map of its own. */
    Map<String, Object> of(Map<String, Object> element, Row before, Grant grant) {
        Map<String, Object> values = new LinkedHashMap<>(element);
        if (before.has("id")) {
            access.withhold(grant, values, before);
        }
        return ofAction(values, before, grant);
    }

    /** The same for changes that come with an action, which more agents may make. */
    Map<String, Object> ofAction(Map<String, Object> element, Row before, Grant grant) {
        Map<String, Object> values = new LinkedHashMap<>(element);
        user(values, before);
        values.keySet()
                .removeIf(name -> name.startsWith("_") || OF_THE_SERVER.contains(name) || OF_THE_CALL.contains(name));
        HaloText.keepHtml(values, "details", "details_html");
        if (switches.on(Switch.DROP_THIRD_PARTY_ID)) {
            values.remove("third_party_id_string");
        }
        team(values, grant);
        for (int level = 1; level <= 4; level++) {
            category(values, level);
        }
        assets(values);
        if (values.get("customfields") instanceof List<?> fields) {
            values.put("customfields", customFields.merge(fields, before));
        }
        return values;
    }

    /** A team that is unknown, or that the agent is no member of, is not set. */
    private void team(Map<String, Object> values, Grant grant) {
        Object name = values.remove("team");
        Object id = values.remove("team_id");
        Optional<Row> team = id instanceof Integer number && switches.on(Switch.TEAM_ID)
                ? tenant.list(Kind.TEAM).find(number)
                : Optional.ofNullable(name).flatMap(text -> tenant.named(Kind.TEAM, text.toString()));
        team.filter(row -> access.memberOf(grant, row.number("id"))).ifPresent(row -> {
            values.put("team", row.text("name"));
            values.put("team_id", row.number("id"));
        });
    }

    /** Path and number of a category go together; a path that Halo does not know is kept as it is. */
    private void category(Map<String, Object> values, int level) {
        String path = "category_" + level;
        String number = "categoryid_" + level;
        Optional<Row> found = values.get(path) instanceof String text
                ? tenant.list(Kind.CATEGORY).all().stream()
                        .filter(row -> row.number("type_id") == level
                                && row.text("value").equalsIgnoreCase(text.strip()))
                        .findFirst()
                : values.get(number) instanceof Integer id
                        ? tenant.list(Kind.CATEGORY).find(id)
                        : Optional.empty();
        found.ifPresent(row -> {
            values.put(path, row.text("value"));
            values.put(number, row.number("id"));
        });
    }

    private void assets(Map<String, Object> values) {
        if (values.get("assets") instanceof List<?> list) {
            values.put(
                    "assets",
                    list.stream()
                            .map(one -> one instanceof Map<?, ?> map && map.get("id") instanceof Integer id ? id : 0)
                            .filter(id -> tenant.list(Kind.ASSET).find(id).isPresent())
                            .distinct()
                            .toList());
        } else if (values.get("inventory_number") instanceof String tag) {
            tenant.list(Kind.ASSET).all().stream()
                    .filter(row -> row.text("inventory_number").equalsIgnoreCase(tag.strip()))
                    .findFirst()
                    .ifPresent(row -> values.put("assets", List.of(row.number("id"))));
        }
    }

    /** By number, or by name or mail address among the users of the customer; brings site and customer along. */
    private void user(Map<String, Object> values, Row before) {
        Optional<Row> user = values.get("user_id") instanceof Integer id && id > 0
                ? tenant.list(Kind.USER).find(id)
                : named(values, before);
        user.ifPresent(row -> {
            values.put("user_id", row.number("id"));
            values.put("user_name", row.text("name"));
            values.putIfAbsent("user_email", row.text("emailaddress"));
            if (!before.has("id") || before.number("user_id") != row.number("id")) {
                values.putIfAbsent("site_id", row.number("site_id"));
            }
        });
    }

    private Optional<Row> named(Map<String, Object> values, Row before) {
        Object lookup = values.get("userlookup");
        if (lookup instanceof Map<?, ?> map && map.get("id") instanceof Integer id && id > 0) {
            return tenant.list(Kind.USER).find(id);
        }
        Object name = values.containsKey("users_name") ? values.get("users_name") : values.get("user_name");
        Object client = values.containsKey("client_id") ? values.get("client_id") : before.value("client_id");
        if (!(name instanceof String text) || text.isBlank()) {
            return Optional.empty();
        }
        return tenant.list(Kind.USER).all().stream()
                .filter(row -> row.text("name").equalsIgnoreCase(text.strip())
                        || row.text("emailaddress").equalsIgnoreCase(text.strip()))
                .filter(row -> client == null || ofCustomer(row, client))
                .findFirst();
    }

    private boolean ofCustomer(Row user, Object client) {
        return tenant.list(Kind.SITE)
                .find(user.number("site_id"))
                .filter(site -> client.equals(site.number("client_id")))
                .isPresent();
    }
}
