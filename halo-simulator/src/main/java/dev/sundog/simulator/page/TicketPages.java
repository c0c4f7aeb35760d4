package dev.sundog.simulator.page;

import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.control.Journal;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.tab.Tabs;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What a technician would see: {@code /} is the list of tickets, {@code /ticket?id=N} is one of them, {@code /journal} is
 * what was asked. Links are relative, so that they stay in the tenant.
 */
public final class TicketPages {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final Tenant tenant;
    private final Supplier<List<String>> tenants;
    private final ListPage list;
    private final TicketPage ticket;
    private final JournalPage journal;

    /** @param tenants names of all tenants, asked for each page */
    public TicketPages(Tenant tenant, Tabs tabs, Journal journal, Supplier<List<String>> tenants) {
        this.tenant = tenant;
        this.tenants = tenants;
        this.list = new ListPage(tenant);
        this.ticket = new TicketPage(tenant, tabs);
        this.journal = new JournalPage(journal);
    }

    public Answer answer(Call call) {
        if (!call.method().equals("GET")) {
            return Answer.empty(405);
        }
        return switch (call.segments().getFirst()) {
            case "ticket" -> ticket(call);
            case "journal" -> page("Journal", journal.html(call.query().getOrDefault("ticket", "")));
            default -> page("Tickets", list.html(ListFilter.of(call)));
        };
    }

    private Answer ticket(Call call) {
        String id = call.query().getOrDefault("id", "");
        Optional<Ticket> found =
                id.matches("\\d{1,9}") ? tenant.tickets().find(Integer.parseInt(id)) : Optional.empty();
        if (found.isEmpty()) {
            String content = "<p class=none>There is no such ticket. <a href=\"./\">All tickets</a></p>";
            return guarded(Answer.html(404, Markup.page("No such ticket", bar(), content)), "'self'");
        }
        String html = Markup.page("Ticket " + id, bar(), ticket.html(found.get(), call));
        // A custom tab shows a page of someone else; nothing else may.
        return guarded(Answer.html(200, html), ticket.tab(call).isPresent() ? "http: https:" : "'self'");
    }

    private Answer page(String title, String content) {
        return guarded(Answer.html(200, Markup.page(title, bar(), content)), "'self'");
    }

    private static Answer guarded(Answer page, String frames) {
        return page.with("content-security-policy", POLICY + "; frame-src " + frames)
                .with("x-content-type-options", "nosniff")
                .with("referrer-policy", "no-referrer")
                .with("cache-control", "no-store");
    }

    private String bar() {
        List<String> all = tenants.get();
        String others = all.size() < 2
                ? ""
                : all.stream()
                        .map(name -> "<a href=\"/%1$s/\"%2$s>%1$s</a>"
                                .formatted(Markup.text(name), name.equals(tenant.name()) ? " aria-current=true" : ""))
                        .collect(Collectors.joining("", "<nav class=tenants aria-label=Tenants>", "</nav>"));
        return "<a class=home href=\"./\">Halo simulator: %s</a><a href=\"./\">Tickets</a><a href=journal>Journal</a>%s"
                .formatted(Markup.text(tenant.name()), others);
    }
}
