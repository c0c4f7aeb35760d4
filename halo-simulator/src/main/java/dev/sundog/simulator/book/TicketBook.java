package dev.sundog.simulator.book;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All tickets of a tenant. Numbers ascend and are never used again. Safe from any thread. */
public final class TicketBook {

    /** A part of what a query found, and how much it found in all. */
    public record Page(long count, List<Ticket> tickets) {}

    private static final int FIRST_ID = 1001;

    private volatile TicketIndex index = new TicketIndex(FIRST_ID);
    private @Nullable Ticket[] slots = new @Nullable Ticket[1024];
    private volatile @Nullable Ticket[] published = slots;
    private volatile int size;

    /** Opens a ticket under the next number. */
    public synchronized Ticket create(Row row, Instant now) {
        int id = FIRST_ID + size;
        Ticket ticket = new Ticket(id, now, row.with("id", id), index);
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
        }
        slots[size] = ticket;
        published = slots;
        size = size + 1;
        ticket.enroll();
        return ticket;
    }

    /** The ticket, deleted or not. */
    public Optional<Ticket> find(int id) {
        int place = id - FIRST_ID;
        return place < 0 || place >= size ? Optional.empty() : Optional.ofNullable(published[place]);
    }

    /** Every ticket, the newest first. */
    public Stream<Ticket> newestFirst() {
        int count = size;
        @Nullable Ticket[] tickets = published;
        return IntStream.range(0, count)
                .mapToObj(i -> Optional.ofNullable(tickets[count - 1 - i]))
                .flatMap(Optional::stream);
    }

    /** What the query wants, the newest first. */
    public Stream<Ticket> find(TicketQuery query) {
        int[] ids = index.candidates(query, newestFirst());
        Stream<Ticket> found = descending(ids, 0, ids.length);
        return query.exact() ? found : found.filter(query::matches);
    }

    /** A part of what the query wants, the newest first. What can be looked up is not counted one by one. */
    public Page find(TicketQuery query, long skip, int limit) {
        if (query.single()) {
            TicketIndex.Slice slice = index.slice(query, skip, limit, newestFirst());
            return new Page(
                    slice.count(),
                    slice.ids().stream()
                            .map(this::find)
                            .flatMap(Optional::stream)
                            .toList());
        }
        if (query.exact()) {
            int[] ids = index.candidates(query, newestFirst());
            return new Page(ids.length, descending(ids, skip, limit).toList());
        }
        List<Ticket> all = find(query).toList();
        return new Page(all.size(), all.stream().skip(skip).limit(limit).toList());
    }

    private Stream<Ticket> descending(int[] ids, long skip, int limit) {
        return IntStream.range(0, ids.length)
                .skip(skip)
                .limit(limit)
                .mapToObj(i -> find(ids[ids.length - 1 - i]))
                .flatMap(Optional::stream);
    }

    public int size() {
        return size;
    }

    /** Forgets everything; the next ticket has the first number again. */
    public synchronized void clear() {
        size = 0;
        slots = new @Nullable Ticket[1024];
        published = slots;
        index = new TicketIndex(FIRST_ID);
    }
}
