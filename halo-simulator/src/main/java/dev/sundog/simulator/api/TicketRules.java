package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.exchange.Answer;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Halo's rules of business for a ticket, in its words as far as they are known. */
final class TicketRules {

    static final String NOT_FOUND = "Record not found";
    static final String ASSIGN_FIRST = "Please assign this Ticket these before closing it.";

    private final Tenant tenant;
    private final Switches switches;
    private final TicketAccess access;
    private final MandatoryFields mandatory;

    TicketRules(Tenant tenant, Switches switches, TicketAccess access) {
        this.tenant = tenant;
        this.switches = switches;
        this.access = access;
        this.mandatory = new MandatoryFields(tenant);
    }

    /** Why Halo would refuse the element. */
    Optional<Answer> check(Map<String, Object> element, Grant grant) {
        int id = id(element);
        if (id <= 0) {
            return access.mayCreate(grant)
                    ? refusal(missing(element)
                            .or(() -> place(element, Row.of(), grant))
                            .or(() -> relations(element))
                            .or(() -> closing(element, Row.of())))
                    : Optional.of(Answer.empty(403));
        }
        Optional<Ticket> ticket = tenant.tickets()
                .find(id)
                .filter(found -> !found.deleted() || Boolean.TRUE.equals(element.get("_recover")));
        boolean bare = !element.containsKey("tickettype_id") || !element.containsKey("client_id");
        if (ticket.isEmpty() || (bare && switches.on(Switch.STRICT_UPDATE))) {
            return Optional.of(Answer.refusal(NOT_FOUND));
        }
        Row row = ticket.get().row();
        return access.mayChange(grant, row)
                ? refusal(
                        place(element, row, grant).or(() -> relations(element)).or(() -> closing(element, row)))
                : Optional.of(Answer.empty(403));
    }

    /** The id of an element, or 0 if it has none. */
    static int id(Map<String, Object> element) {
        return element.get("id") instanceof Integer number ? number : 0;
    }

    private static Optional<Answer> refusal(Optional<String> words) {
        return words.map(Answer::refusal);
    }

    private Optional<String> missing(Map<String, Object> element) {
        if (MandatoryFields.isBlank(element, "summary")) {
            return Optional.of("Please enter a Summary");
        }
        List<String> missing = Boolean.TRUE.equals(element.get("_novalidate")) ? List.of() : mandatory.missing(element);
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("Please complete the mandatory fields: " + String.join(", ", missing));
    }

    /** Customer, site and user must exist and belong together. What an update does not change is not looked at again. */
    private Optional<String> place(Map<String, Object> element, Row before, Grant grant) {
        Optional<Integer> client = changed(element, before, "client_id");
        Optional<Integer> site = changed(element, before, "site_id");
        Optional<Integer> user = changed(element, before, "user_id").filter(id -> id > 0);
        if (client.isPresent() && !isCustomer(client.get(), grant)) {
            return Optional.of("Please select a valid Customer");
        }
        Object owner = element.containsKey("client_id") ? element.get("client_id") : before.value("client_id");
        boolean loose = switches.on(Switch.FOREIGN_SITE);
        if (site.isPresent() && !fits(Kind.SITE, site.get(), owner, loose)) {
            return Optional.of("Please select a valid Site");
        }
        boolean strict = switches.on(Switch.USER_NEEDS_SITE) && !element.containsKey("site_id");
        if (user.isPresent() && (strict || !fits(Kind.USER, user.get(), owner, loose))) {
            return Optional.of(strict ? "Please select a valid Site" : "Please select a valid User");
        }
        return Optional.empty();
    }

    private boolean isCustomer(int id, Grant grant) {
        return tenant.list(Kind.CLIENT).find(id).isPresent()
                && tenant.rights(grant.agentId()).sees(id);
    }

    private boolean fits(Kind kind, int id, @Nullable Object owner, boolean loose) {
        Optional<Row> row = tenant.list(kind).find(id);
        if (row.isEmpty() || loose || owner == null) {
            return row.isPresent();
        }
        Row site = kind == Kind.USER
                ? tenant.list(Kind.SITE).find(row.get().number("site_id")).orElse(Row.of())
                : row.get();
        return site.number("client_id") == (Integer) owner;
    }

    private static Optional<Integer> changed(Map<String, Object> element, Row before, String field) {
        return element.get(field) instanceof Integer id && !Objects.equals(before.value(field), id)
                ? Optional.of(id)
                : Optional.empty();
    }

    /** A ticket is merged into another one, and has a parent, only if that exists and is not itself. */
    private Optional<String> relations(Map<String, Object> element) {
        for (String field : List.of("merged_into_id", "parent_id")) {
            if (element.get(field) instanceof Integer other
                    && other > 0
                    && (other == id(element)
                            || tenant.tickets()
                                    .find(other)
                                    .filter(found -> !found.deleted())
                                    .isEmpty())) {
                return Optional.of(NOT_FOUND);
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
}
