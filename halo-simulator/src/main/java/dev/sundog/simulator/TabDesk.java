package dev.sundog.simulator;

import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.book.Ticket;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.tab.Tabs;
import java.util.Map;
import java.util.function.Supplier;

/** Tells a test the address that a custom tab would open: {@code GET /_sim/tab-url?tab=…&ticket=…&agent=…}. */
record TabDesk(Tenant tenant, Tabs tabs) {

    /** @throws IllegalArgumentException with what is missing or not there */
    Answer answer(Call call) {
        String wanted = call.parameter("tab").orElseThrow(missing("tab", "its number or name"));
        Row tab = tabs.find(wanted).orElseThrow(() -> new IllegalArgumentException("no tab " + wanted));
        int ticketId = number(call, "ticket");
        Ticket ticket = tenant.tickets()
                .find(ticketId)
                .orElseThrow(() -> new IllegalArgumentException("no ticket " + ticketId));
        int agentId = number(call, "agent");
        if (tenant.list(Kind.AGENT).find(agentId).isEmpty()) {
            throw new IllegalArgumentException("no agent " + agentId);
        }
        return Answer.json(200, Map.of("url", tabs.address(tab, ticket.row(), agentId)));
    }

    private static int number(Call call, String name) {
        String value = call.parameter(name).orElseThrow(missing(name, "a number"));
        if (!value.matches("\\d{1,9}")) {
            throw new IllegalArgumentException(name + " must be a number: " + value);
        }
        return Integer.parseInt(value);
    }

    private static Supplier<IllegalArgumentException> missing(String name, String what) {
        return () -> new IllegalArgumentException("parameter " + name + " is missing: " + what);
    }
}
