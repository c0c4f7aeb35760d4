package dev.sundog.simulator.book;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What one Halo tenant owns. */
public final class Tenant {

    private final String name;
    private final int customers;
    private final TicketBook tickets = new TicketBook();
    private volatile TicketWatcher watcher = (before, after, agentId) -> {};
    private final Map<Integer, AgentRights> rights = new ConcurrentHashMap<>();
    private final Map<Kind, RecordBook> lists = new EnumMap<>(Kind.class);

    /** @param customers how many it has besides those of every tenant */
    public Tenant(String name, int customers) {
        this.name = name;
        this.customers = customers;
        for (Kind kind : Kind.values()) {
            lists.put(kind, new RecordBook());
        }
        Seed.fill(this);
        Seed.customers(this, customers);
    }

    /** What an agent may do; everything unless it was said otherwise. */
    public AgentRights rights(int agentId) {
        return rights.getOrDefault(agentId, AgentRights.all());
    }

    public void setRights(int agentId, AgentRights wanted) {
        rights.put(agentId, wanted);
    }

    public String name() {
        return name;
    }

    public TicketBook tickets() {
        return tickets;
    }

    /** Who is told of changes of tickets; whoever changes one tells. */
    public TicketWatcher watcher() {
        return watcher;
    }

    public void watch(TicketWatcher wanted) {
        watcher = wanted;
    }

    public RecordBook list(Kind kind) {
        return Objects.requireNonNull(lists.get(kind));
    }

    /** The name of a record, or the empty text. */
    public String nameOf(Kind kind, int id) {
        return list(kind).find(id).map(row -> row.text("name")).orElse("");
    }

    /** The name of a ticket's priority under its SLA, or the empty text. */
    public String priorityName(Row ticket) {
        return list(Kind.PRIORITY).all().stream()
                .filter(one -> one.number("slaid") == ticket.number("sla_id")
                        && one.number("priorityid") == ticket.number("priority_id"))
                .map(one -> one.text("name"))
                .findFirst()
                .orElse("");
    }

    /** The row of a list that has this name, whatever its case. */
    public Optional<Row> named(Kind kind, String wanted) {
        return list(kind).all().stream()
                .filter(row -> row.text("name").equalsIgnoreCase(wanted))
                .findFirst();
    }

    /** Forgets everything but what was there at the start. */
    public void reset() {
        tickets.clear();
        rights.clear();
        lists.values().forEach(RecordBook::clear);
        Seed.fill(this);
        Seed.customers(this, customers);
    }
}
