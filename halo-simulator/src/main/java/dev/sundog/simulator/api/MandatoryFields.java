package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The fields that a ticket type wants from an agent who logs a ticket. */
final class MandatoryFields {

    /** Value of {@code technew} of a ticket type's field: agents must fill it when they log a ticket. */
    private static final int MANDATORY = 2;

    /** Fields that Halo's screens name otherwise than its API. */
    private static final Map<String, String> FIELD_NAMES = Map.of(
            "category", "category_1",
            "subject", "summary",
            "priority", "priority_id",
            "user", "user_id",
            "customer", "client_id",
            "site", "site_id",
            "agent", "agent_id");

    private final Tenant tenant;
    private final CustomFields customFields;

    MandatoryFields(Tenant tenant) {
        this.tenant = tenant;
        this.customFields = new CustomFields(tenant);
    }

    /** Names of the mandatory fields that an element leaves empty, as the type writes them. */
    List<String> missing(Map<String, Object> element) {
        Object type = element.get("tickettype_id");
        Row row = tenant.list(Kind.TICKET_TYPE)
                .find(type instanceof Integer number ? number : 1)
                .orElse(Row.of());
        List<?> fields = row.value("fields") instanceof List<?> list ? list : List.of();
        return fields.stream()
                .flatMap(field -> field instanceof Map<?, ?> map ? Stream.of(map) : Stream.<Map<?, ?>>of())
                .filter(field -> Objects.equals(field.get("technew"), MANDATORY))
                .map(this::name)
                .filter(name -> isMissing(element, name))
                .toList();
    }

    static boolean isBlank(Map<String, Object> element, String name) {
        Object value = element.get(name);
        return value == null || value.toString().isBlank();
    }

    private String name(Map<?, ?> field) {
        if (field.get("fieldname") instanceof String name) {
            return name;
        }
        return field.get("fieldid") instanceof Integer id ? tenant.nameOf(Kind.CUSTOM_FIELD, id) : "";
    }

    private boolean isMissing(Map<String, Object> element, String name) {
        if (name.isEmpty()) {
            return false;
        }
        if (tenant.named(Kind.CUSTOM_FIELD, name).isPresent()) {
            return customFields
                    .given(element, name)
                    .map(Object::toString)
                    .orElse("")
                    .isBlank();
        }
        String lower = name.toLowerCase(Locale.ROOT);
        String field = FIELD_NAMES.getOrDefault(lower, lower);
        return isBlank(element, field) && isBlank(element, field + "_html");
    }
}
