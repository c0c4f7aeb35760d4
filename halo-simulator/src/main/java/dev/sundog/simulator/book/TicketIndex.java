package dev.sundog.simulator.book;

import dev.sundog.simulator.book.TicketQuery.Field;
import dev.sundog.simulator.book.TicketQuery.Lookup;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds tickets by their values. A field is indexed from the first query for it on. Deleted tickets are kept apart and
 * are not looked up by value. Safe from any thread; holds its lock for short, never while conditions are tried.
 */
final class TicketIndex {

    /** A part of a result: numbers of tickets, the newest first, and how many there are in all. */
    record Slice(int count, List<Integer> ids) {}

    static final Field ID = new Field("id", true);

    private final int firstId;
    private final Postings live = new Postings();
    private final Postings deleted = new Postings();
    private final Map<Field, FieldIndex> fields = new HashMap<>();
    private final RecentChanges changes;

    TicketIndex(int firstId) {
        this.firstId = firstId;
        this.changes = new RecentChanges(firstId);
    }

    /**
     * Takes note of a new ticket, or of a change.
     *
     * @param before without an id if the ticket is new
     */
    synchronized void changed(int id, Row before, Row after) {
        boolean gone = after.flag("deleted");
        (gone ? live : deleted).remove(id);
        (gone ? deleted : live).add(id);
        boolean stays = !gone && !before.flag("deleted") && before.has("id");
        for (FieldIndex field : fields.values()) {
            if (!stays || !field.isSame(before, after)) {
                field.remove(id, before);
                if (!gone) {
                    field.add(id, after);
                }
            }
        }
        if (after.value("last_update") instanceof Instant time && !time.equals(before.value("last_update"))) {
            changes.note(id, time);
        }
    }

    /**
     * Tickets among which are all that the query wants; numbers ascending.
     *
     * @param tickets all tickets, for a field that was not indexed so far
     */
    synchronized int[] candidates(TicketQuery query, Stream<Ticket> tickets) {
        if (query.deleted()) {
            return deleted.copy();
        }
        index(query, tickets);
        int[] ids = shortest(query);
        for (Lookup lookup : query.lookups()) {
            FieldIndex index = field(lookup).map(fields::get).orElse(null);
            if (index != null) {
                ids = index.keep(ids, lookup).orElse(ids);
            }
        }
        return ids;
    }

    /** A part of the result of a query that {@linkplain TicketQuery#single() asks one thing}. */
    synchronized Slice slice(TicketQuery query, long skip, int limit, Stream<Ticket> tickets) {
        index(query, tickets);
        List<Postings> lists = query.deleted()
                ? List.of(deleted)
                : query.lookups().stream().map(this::find).findFirst().orElse(List.of(live));
        int count = size(lists);
        int first = (int) Math.min(skip, count);
        int[] part = new int[Math.min(limit, count - first)];
        if (lists.size() == 1) {
            Arrays.setAll(part, i -> lists.getFirst().get(count - 1 - first - i));
        } else {
            merge(lists, first, part);
        }
        return new Slice(count, Arrays.stream(part).boxed().toList());
    }

    /** Takes the highest number again and again, and drops the first so many. */
    private static void merge(List<Postings> lists, int dropped, int[] part) {
        int[] left = lists.stream().mapToInt(Postings::size).toArray();
        for (int taken = 0; taken < dropped + part.length; taken++) {
            int highest = -1;
            for (int i = 0; i < left.length; i++) {
                boolean higher = left[i] > 0
                        && (highest < 0
                                || lists.get(i).get(left[i] - 1)
                                        > lists.get(highest).get(left[highest] - 1));
                highest = higher ? i : highest;
            }
            left[highest]--;
            if (taken >= dropped) {
                part[taken - dropped] = lists.get(highest).get(left[highest]);
            }
        }
    }

    private int[] shortest(TicketQuery query) {
        List<Postings> best = List.of(live);
        for (Lookup lookup : query.lookups()) {
            List<Postings> found = find(lookup);
            best = size(found) < size(best) ? found : best;
        }
        for (Lookup lookup : query.lookups()) {
            if (lookup instanceof Lookup.ChangedSince(Instant time)) {
                Optional<int[]> recent = changes.since(time, size(best));
                if (recent.isPresent()) {
                    return Arrays.stream(recent.get()).filter(live::contains).toArray();
                }
            }
        }
        return union(best);
    }

    private void index(TicketQuery query, Stream<Ticket> tickets) {
        List<Field> missing = query.lookups().stream()
                .flatMap(one -> field(one).stream())
                .filter(field -> !fields.containsKey(field))
                .distinct()
                .toList();
        if (missing.isEmpty() || query.deleted()) {
            return;
        }
        List<FieldIndex> added =
                missing.stream().map(field -> new FieldIndex(field, firstId)).toList();
        tickets.filter(ticket -> !ticket.deleted())
                .forEach(ticket -> added.forEach(index -> index.add(ticket.id(), ticket.row())));
        for (int i = 0; i < missing.size(); i++) {
            fields.put(missing.get(i), added.get(i));
        }
    }

    private static Optional<Field> field(Lookup lookup) {
        return switch (lookup) {
            case Lookup.OneOf one -> Optional.of(one.field()).filter(field -> !field.equals(ID));
            case Lookup.NoneOf none -> Optional.of(none.field());
            case Lookup.ChangedSince _ -> Optional.empty();
        };
    }

    private List<Postings> find(Lookup lookup) {
        return switch (lookup) {
            case Lookup.OneOf(Field field, List<?> wanted) when field.equals(ID) -> List.of(known(wanted));
            case Lookup.OneOf(Field field, var _) ->
                Objects.requireNonNull(fields.get(field)).find(lookup);
            case Lookup.NoneOf(Field field, var _) ->
                Objects.requireNonNull(fields.get(field)).find(lookup);
            case Lookup.ChangedSince _ -> List.of(live);
        };
    }

    private Postings known(List<?> ids) {
        Postings known = new Postings();
        ids.stream().map(Integer.class::cast).filter(live::contains).forEach(known::add);
        return known;
    }

    private static int size(List<Postings> lists) {
        return lists.stream().mapToInt(Postings::size).sum();
    }

    private static int[] union(List<Postings> lists) {
        int[] all = new int[size(lists)];
        int end = 0;
        for (Postings list : lists) {
            list.copyTo(all, end);
            end += list.size();
        }
        if (lists.size() > 1) {
            Arrays.sort(all);
        }
        return all;
    }
}
