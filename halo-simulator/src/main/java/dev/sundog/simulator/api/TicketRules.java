package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Halo's rules of business for a ticket, in its words as far as they are known. */
final class TicketRules {

    static final String NOT_FOUND = "Record not found";
    static final String ASSIGN_FIRST = "Please assign this Ticket these before closing it.";

    /** Value of {@code technew} of a ticket type's field: agents must fill it when they log a ticket. */
    private static final int MANDATORY = 2;

    private final Tenant tenant;
    private final Switches switches;

    TicketRules(Tenant tenant, Switches switches) {
        this.tenant = tenant;
        this.switches = switches;
    }

    Optional<String> check(Map<String, Object> element) {
        int id = id(element);
        if (id <= 0) {
            return checkNew(element).or(() -> place(element)).or(() -> closing(element, Row.of()));
        }
        Optional<Ticket> ticket = tenant.tickets().find(id).filter(found -> !found.deleted());
        boolean bare = !element.containsKey("tickettype_id") || !element.containsKey("client_id");
        if (ticket.isEmpty() || (bare && switches.on(Switch.STRICT_UPDATE))) {
            return Optional.of(NOT_FOUND);
        }
        Row row = ticket.get().row();
        boolean stays =
                Objects.equals(element.get("client_id"), row.value("client_id")) && !element.containsKey("site_id");
        return (stays ? Optional.<String>empty() : place(element)).or(() -> closing(element, row));
    }

    /** The id of an element, or 0 if it has none. */
    static int id(Map<String, Object> element) {
        return element.get("id") instanceof Integer number ? number : 0;
    }

    private Optional<String> checkNew(Map<String, Object> element) {
        if (isMissing(element, "summary")) {
            return Optional.of("Please enter a Summary");
        }
        if (Boolean.TRUE.equals(element.get("_novalidate"))) {
            return Optional.empty();
        }
        Object type = element.get("tickettype_id");
        Row row = tenant.list(Kind.TICKET_TYPE)
                .find(type instanceof Integer number ? number : 1)
                .orElse(Row.of());
        List<?> fields = row.value("fields") instanceof List<?> list ? list : List.of();
        List<String> missing = fields.stream()
                .filter(field -> field instanceof Map<?, ?> map && Objects.equals(map.get("technew"), MANDATORY))
                .map(field -> String.valueOf(((Map<?, ?>) field).get("fieldname")))
                .filter(name -> isMissing(element, name) && isMissing(element, name + "_html"))
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Please complete the mandatory fields: " + String.join(", ", missing));
    }

    private Optional<String> place(Map<String, Object> element) {
        Object client = element.get("client_id");
        if (client instanceof Integer id && tenant.list(Kind.CLIENT).find(id).isEmpty()) {
            return Optional.of("Please select a valid Customer");
        }
        if (element.get("site_id") instanceof Integer id) {
            Optional<Row> site = tenant.list(Kind.SITE).find(id);
            boolean foreign = client != null
                    && site.isPresent()
                    && site.get().number("client_id") != (Integer) client
                    && !switches.on(Switch.FOREIGN_SITE);
            if (site.isEmpty() || foreign) {
                return Optional.of("Please select a valid Site");
            }
        }
        return Optional.empty();
    }

    private Optional<String> closing(Map<String, Object> element, Row row) {
        boolean close = element.get("status_id") instanceof Integer status && TicketSearch.CLOSED.contains(status);
        Object agent = element.containsKey("agent_id")
                ? element.get("agent_id")
                : row.find("agent_id").orElse(1);
        boolean refused = close && Objects.equals(agent, 1) && switches.on(Switch.CLOSE_NEEDS_AGENT);
        return refused ? Optional.of(ASSIGN_FIRST) : Optional.empty();
    }

    private static boolean isMissing(Map<String, Object> element, String name) {
        Object value = element.get(name);
        return value == null || value.toString().isBlank();
    }
}
