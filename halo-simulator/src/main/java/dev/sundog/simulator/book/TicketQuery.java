package dev.sundog.simulator.book;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which tickets are wanted: those that meet every condition. Conditions on values and on the last change are looked up,
 * others are tried on what remains.
 */
public final class TicketQuery {

    /** A condition that the book can look up instead of trying each ticket. */
    sealed interface Lookup {

        /** The value is one of these. */
        record OneOf(Field field, List<?> values) implements Lookup {}

        /** The value is none of these. */
        record NoneOf(Field field, List<?> values) implements Lookup {}

        /** Changed at that time or later. */
        record ChangedSince(Instant time) implements Lookup {}
    }

    /**
     * What is compared.
     *
     * @param number as a number, where nothing counts as 0; otherwise as a text, where nothing counts as empty
     */
    record Field(String name, boolean number) {

        Object valueIn(Row row) {
            return number ? row.number(name) : row.text(name);
        }
    }

    private final boolean deleted;
    private final List<Lookup> lookups = new ArrayList<>();
    private final List<Predicate<Ticket>> others = new ArrayList<>();

    /** @param deleted wants deleted tickets only; otherwise those that are not */
    public TicketQuery(boolean deleted) {
        this.deleted = deleted;
    }

    public TicketQuery whereNumber(String field, Collection<Integer> values) {
        lookups.add(new Lookup.OneOf(
                new Field(field, true), values.stream().distinct().toList()));
        return this;
    }

    public TicketQuery whereNotNumber(String field, Collection<Integer> values) {
        lookups.add(new Lookup.NoneOf(new Field(field, true), List.copyOf(values)));
        return this;
    }

    /** Exactly this text. */
    public TicketQuery whereText(String field, String value) {
        lookups.add(new Lookup.OneOf(new Field(field, false), List.of(value)));
        return this;
    }

    /** With a {@code last_update} at that time or later. */
    public TicketQuery changedSince(Instant time) {
        lookups.add(new Lookup.ChangedSince(time));
        return this;
    }

    public TicketQuery where(Predicate<Ticket> condition) {
        others.add(condition);
        return this;
    }

    boolean deleted() {
        return deleted;
    }

    List<Lookup> lookups() {
        return lookups;
    }

    /** Whether one look-up by value, or none, says it all. */
    boolean single() {
        return others.isEmpty()
                && lookups.size() <= (deleted ? 0 : 1)
                && lookups.stream().noneMatch(one -> one instanceof Lookup.ChangedSince);
    }

    /** Whether the book can say without a look at the tickets which of them are wanted. */
    boolean exact() {
        return single() || (others.isEmpty() && !deleted && lookups.stream().allMatch(TicketQuery::isOfNumbers));
    }

    private static boolean isOfNumbers(Lookup lookup) {
        return switch (lookup) {
            case Lookup.OneOf(Field field, var _) -> field.number() && !field.equals(TicketIndex.ID);
            case Lookup.NoneOf(Field field, var _) -> field.number();
            case Lookup.ChangedSince _ -> false;
        };
    }

    boolean matches(Ticket ticket) {
        Row row = ticket.row();
        return row.flag("deleted") == deleted
                && lookups.stream().allMatch(one -> matches(one, row))
                && others.stream().allMatch(one -> one.test(ticket));
    }

    private static boolean matches(Lookup lookup, Row row) {
        return switch (lookup) {
            case Lookup.OneOf(Field field, List<?> values) -> values.contains(field.valueIn(row));
            case Lookup.NoneOf(Field field, List<?> values) -> !values.contains(field.valueIn(row));
            case Lookup.ChangedSince(Instant time) ->
                row.value("last_update") instanceof Instant at && !at.isBefore(time);
        };
    }
}
