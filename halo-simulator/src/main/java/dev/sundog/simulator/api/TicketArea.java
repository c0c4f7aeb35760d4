package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import java.util.List;

/** Halo keeps opportunities and projects as tickets of certain types, under paths and scopes of their own. */
enum TicketArea {
    TICKETS("Tickets", "tickets", "ticket", "reqs"),
    OPPORTUNITIES("Opportunities", "sales", "opportunity", "opps"),
    PROJECTS("Projects", "projects", "project", "prjs");

    private static final List<TicketArea> ALL = List.of(values());

    private final String path;
    private final String scope;
    private final String use;
    private final String domain;

    TicketArea(String path, String scope, String use, String domain) {
        this.path = path;
        this.scope = scope;
        this.use = use;
        this.domain = domain;
    }

    String path() {
        return path;
    }

    /** The part of the scopes that governs it. */
    String scope() {
        return scope;
    }

    /** What {@code use} of a ticket type says. */
    String use() {
        return use;
    }

    /** What the parameter {@code domain} calls it. */
    String domain() {
        return domain;
    }

    static TicketArea of(Tenant tenant, Row ticket) {
        String use = tenant.list(Kind.TICKET_TYPE)
                .find(ticket.number("tickettype_id"))
                .map(type -> type.text("use"))
                .orElse("");
        for (TicketArea area : ALL) {
            if (area.use.equals(use)) {
                return area;
            }
        }
        return TICKETS;
    }

    /** The first ticket type of this area, or 0. */
    int defaultType(Tenant tenant) {
        return tenant.list(Kind.TICKET_TYPE).all().stream()
                .filter(type -> type.text("use").equals(use))
                .map(type -> type.number("id"))
                .findFirst()
                .orElse(0);
    }
}
