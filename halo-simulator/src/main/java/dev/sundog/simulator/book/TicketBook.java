package dev.sundog.simulator.book;

import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All tickets of a tenant. Numbers ascend and are never used again. Safe from any thread. */
public final class TicketBook {

    private static final int FIRST_ID = 1001;
    private static final int[] NONE = {};

    private final Map<String, int[]> references = new ConcurrentHashMap<>();
    private @Nullable Ticket[] slots = new @Nullable Ticket[1024];
    private volatile @Nullable Ticket[] published = slots;
    private volatile int size;

    /** Opens a ticket under the next number. */
    public synchronized Ticket create(Row row, Instant now) {
        int id = FIRST_ID + size;
        Ticket ticket = new Ticket(id, now, row.with("id", id));
        if (size == slots.length) {
            slots = Arrays.copyOf(slots, size * 2);
        }
        slots[size] = ticket;
        published = slots;
        size = size + 1;
        index(ticket);
        return ticket;
    }

    /** The ticket, deleted or not. */
    public Optional<Ticket> find(int id) {
        int index = id - FIRST_ID;
        return index < 0 || index >= size ? Optional.empty() : Optional.ofNullable(published[index]);
    }

    /** Every ticket, the newest first. */
    public Stream<Ticket> newestFirst() {
        int count = size;
        @Nullable Ticket[] tickets = published;
        return IntStream.range(0, count)
                .mapToObj(i -> Optional.ofNullable(tickets[count - 1 - i]))
                .flatMap(Optional::stream);
    }

    /** Tickets whose {@code third_party_id_string} is exactly this, the newest first. */
    public Stream<Ticket> referencedBy(String reference) {
        int[] ids = references.getOrDefault(reference, NONE);
        return IntStream.range(0, ids.length)
                .mapToObj(i -> find(ids[ids.length - 1 - i]))
                .flatMap(Optional::stream)
                .filter(ticket -> ticket.row().text("third_party_id_string").equals(reference));
    }

    /** Takes note of the reference that a ticket carries now. */
    public void index(Ticket ticket) {
        String reference = ticket.row().text("third_party_id_string");
        if (!reference.isEmpty()) {
            references.merge(reference, new int[] {ticket.id()}, TicketBook::union);
        }
    }

    public int size() {
        return size;
    }

    /** Forgets everything; the next ticket has the first number again. */
    public synchronized void clear() {
        size = 0;
        slots = new @Nullable Ticket[1024];
        published = slots;
        references.clear();
    }

    private static int[] union(int[] ids, int[] added) {
        return IntStream.concat(Arrays.stream(ids), Arrays.stream(added))
                .distinct()
                .sorted()
                .toArray();
    }
}
