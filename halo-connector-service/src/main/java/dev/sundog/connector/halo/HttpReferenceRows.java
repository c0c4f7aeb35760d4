package dev.sundog.connector.halo;

import dev.sundog.connector.call.ReferenceItem;
import dev.sundog.connector.call.ReferenceItem.Evidence;
import dev.sundog.connector.call.ReferenceItem.Links;
import dev.sundog.connector.call.ReferenceKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Rows of Halo's lists as items; names of fields from its OpenAPI description of April 2025. */
final class HttpReferenceRows {

    /** Value of {@code technew} of a ticket type's field: whoever makes a ticket must fill it. */
    private static final long MANDATORY = 2;

    /** Value of {@code usage} of a custom field: it belongs to tickets. */
    private static final long OF_TICKETS = 1;

    private static final int LONGEST = 200;
    private static final int MOST_OF_A_LIST = 50;

    /** Fields of a customer that hold its id in another system. */
    private static final Map<String, String> SYSTEMS = Map.of(
            "datto_id", "datto",
            "auvik_id", "auvik",
            "hubspot_id", "hubspot",
            "itglue_id", "itglue",
            "passportal_id", "passportal",
            "snow_id", "snow",
            "xeroid", "xero",
            "accountsid", "accounts");

    private HttpReferenceRows() {}

    static boolean isOfTickets(JsonNode type) {
        String use = type.path("use").asString("");
        return use.isEmpty() || use.equalsIgnoreCase("ticket");
    }

    /** Empty for a row without a number or a name, or one that is no choice for tickets. */
    static Optional<ReferenceItem> item(ReferenceKind kind, JsonNode row) {
        Long id = HttpTickets.whole(row.get(kind == ReferenceKind.PRIORITY ? "priorityid" : "id"));
        String name = text(row, kind == ReferenceKind.CATEGORY ? "value" : "name");
        Long usage = HttpTickets.whole(row.get("usage"));
        if (id == null
                || name == null
                || (kind == ReferenceKind.CUSTOM_FIELD && usage != null && usage != OF_TICKETS)) {
            return Optional.empty();
        }
        List<String> teams = kind == ReferenceKind.AGENT ? names(row.path("teams"), "team_name") : List.of();
        boolean complete = kind != ReferenceKind.AGENT || row.path("teams").isArray();
        return Optional.of(new ReferenceItem(
                id,
                name,
                text(row, "label"),
                isActive(row),
                links(kind, row),
                evidence(kind, row),
                List.of(),
                teams,
                complete));
    }

    /**
     * A ticket type.
     *
     * @param detail null if Halo does not show it
     */
    static Optional<ReferenceItem> type(JsonNode row, @Nullable JsonNode detail) {
        List<String> mandatory = detail == null
                ? List.of()
                : detail.path("fields")
                        .valueStream()
                        .filter(field -> Long.valueOf(MANDATORY).equals(HttpTickets.whole(field.get("technew"))))
                        .map(HttpReferenceRows::fieldName)
                        .flatMap(Optional::stream)
                        .toList();
        return item(ReferenceKind.TICKET_TYPE, row)
                .map(type -> new ReferenceItem(
                        type.id(),
                        type.name(),
                        type.label(),
                        row.path("cancreate").asBoolean(true),
                        type.links(),
                        type.evidence(),
                        mandatory,
                        List.of(),
                        detail != null));
    }

    /** Its name, or {@code #} and the number of the custom field where Halo shows no more. */
    private static Optional<String> fieldName(JsonNode field) {
        String name = text(field, "fieldname");
        String custom = text(field.path("fieldinfo"), "name");
        Long id = HttpTickets.whole(field.get("fieldid"));
        String known = custom == null ? name : custom;
        return known == null && id != null ? Optional.of("#" + id) : Optional.ofNullable(known);
    }

    private static boolean isActive(JsonNode row) {
        return !row.path("inactive").asBoolean(false)
                && !row.path("isdisabled").asBoolean(false)
                && !row.path("ishidden").asBoolean(false);
    }

    private static Links links(ReferenceKind kind, JsonNode row) {
        return switch (kind) {
            case TICKET_TYPE -> new Links(number(row, "default_sla"), null, null, null);
            case PRIORITY -> new Links(number(row, "slaid"), null, null, null);
            case CATEGORY -> new Links(null, null, null, number(row, "type_id"));
            case CUSTOM_FIELD -> new Links(null, null, null, number(row, "type"));
            case CUSTOMER -> new Links(null, null, number(row, "main_site_id"), null);
            case SITE -> new Links(number(row, "sla_id"), number(row, "client_id"), null, null);
            case USER -> new Links(null, number(row, "client_id"), number(row, "site_id"), null);
            case STATUS, SLA, TEAM, AGENT -> Links.NONE;
        };
    }

    private static Evidence evidence(ReferenceKind kind, JsonNode row) {
        return switch (kind) {
            case AGENT -> Evidence.of(text(row, "email"));
            case USER -> Evidence.of(text(row, "emailaddress"));
            case CUSTOMER -> customer(row);
            case TICKET_TYPE, STATUS, SLA, PRIORITY, TEAM, CATEGORY, CUSTOM_FIELD, SITE -> Evidence.NONE;
        };
    }

    private static Evidence customer(JsonNode row) {
        Stream<String> own = Stream.ofNullable(text(row, "azure_tenant_id"));
        List<String> tenants = Stream.concat(own, names(row.path("azure_tenants"), "azure_tenant_id").stream())
                .distinct()
                .toList();
        String written = text(row, "domain");
        Stream<String> domain = written == null ? Stream.empty() : Stream.of(written.split("[,;\\s]+", -1));
        List<String> domains = Stream.concat(domain, names(row.path("azure_tenants"), "azure_tenant_domain").stream())
                .map(text -> text.strip().toLowerCase(Locale.ROOT))
                .filter(text -> !text.isEmpty())
                .distinct()
                .limit(MOST_OF_A_LIST)
                .toList();
        Map<String, String> external = new TreeMap<>();
        SYSTEMS.forEach((field, system) -> {
            String id = text(row, field);
            if (id != null && !id.equals("0")) {
                external.put(system, id);
            }
        });
        row.path("external_links").valueStream().limit(MOST_OF_A_LIST).forEach(link -> {
            String system = text(link, "integration_name");
            String id = text(link, "third_party_id");
            if (system != null && id != null) {
                external.putIfAbsent(system.toLowerCase(Locale.ROOT), id);
            }
        });
        return new Evidence(null, domains, tenants, external);
    }

    private static List<String> names(JsonNode list, String field) {
        return list.valueStream()
                .map(one -> text(one, field))
                .flatMap(Stream::ofNullable)
                .limit(MOST_OF_A_LIST)
                .toList();
    }

    private static @Nullable Long number(JsonNode row, String field) {
        return HttpTickets.positive(row.get(field));
    }

    /** Null where there is none or it is blank. */
    private static @Nullable String text(JsonNode row, String field) {
        String text = row.path(field).asString("").strip();
        return text.isEmpty() ? null : text.substring(0, Math.min(text.length(), LONGEST));
    }
}
