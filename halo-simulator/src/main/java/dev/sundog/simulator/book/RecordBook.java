package dev.sundog.simulator.book;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A small list of records by id: customers, sites, ticket types and the like. Safe from any thread. */
public final class RecordBook {

    private final Map<Integer, Row> rows = new ConcurrentSkipListMap<>();
    private final AtomicInteger lastId = new AtomicInteger();

    /** Keeps the row under its own id. */
    public Row put(Row row) {
        int id = row.number("id");
        lastId.accumulateAndGet(id, Math::max);
        rows.put(id, row);
        return row;
    }

    /** Keeps the row under the next id. */
    public Row add(Row row) {
        return put(row.with("id", lastId.incrementAndGet()));
    }

    public Optional<Row> find(int id) {
        return Optional.ofNullable(rows.get(id));
    }

    public Optional<Row> remove(int id) {
        return Optional.ofNullable(rows.remove(id));
    }

    /** Every row, by id. */
    public Collection<Row> all() {
        return rows.values();
    }

    public void clear() {
        rows.clear();
        lastId.set(0);
    }
}
