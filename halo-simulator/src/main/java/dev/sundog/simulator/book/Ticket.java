package dev.sundog.simulator.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One ticket: its fields and, from number 2 on, its actions; action 1 is the text of the ticket itself. */
public final class Ticket {

    private final int id;
    private final Instant created;
    private final TicketIndex index;
    private List<Row> actions = List.of();
    private volatile Row row;

    Ticket(int id, Instant created, Row row, TicketIndex index) {
        this.id = id;
        this.created = created;
        this.row = row;
        this.index = index;
    }

    /** Makes it known to the index, as it is now. */
    synchronized void enroll() {
        index.changed(id, Row.of(), row);
    }

    /** A ticket that is only shown: it has no number and is in no book. */
    public static Ticket draft(Instant created, Row row) {
        return new Ticket(0, created, row, new TicketIndex(0));
    }

    public int id() {
        return id;
    }

    public Instant created() {
        return created;
    }

    /** The fields as they are now. */
    public Row row() {
        return row;
    }

    public boolean deleted() {
        return row.flag("deleted");
    }

    /** The fields before and after a change. */
    public record Change(Row before, Row after) {}

    /** Changes the fields; changes of one ticket follow each other. */
    public synchronized Change change(UnaryOperator<Row> change) {
        Row before = row;
        row = change.apply(before);
        index.changed(id, before, row);
        return new Change(before, row);
    }

    /** Adds an action under the next number of this ticket. */
    public synchronized Row add(Row action) {
        Row numbered = action.with("id", actions.size() + 2);
        if (actions.isEmpty()) {
            actions = new ArrayList<>(1);
        }
        actions.add(numbered);
        return numbered;
    }

    /** Changes an action that was added; empty if there is none of that number. */
    public synchronized Optional<Row> changeAction(int number, UnaryOperator<Row> change) {
        int index = number - 2;
        if (index < 0 || index >= actions.size()) {
            return Optional.empty();
        }
        Row changed = change.apply(actions.get(index));
        actions.set(index, changed);
        return Optional.of(changed);
    }

    /** The actions that were added, the first first. */
    public synchronized List<Row> actions() {
        return List.copyOf(actions);
    }
}
