package dev.sundog.console.reference;

import dev.sundog.delivery.ReferenceKind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** Keeps it in PostgreSQL: the records as they came, and what they make once they are whole. */
final class JdbcReferenceStore implements ReferenceStore {

    private static final String WHOLE = """
            select last.read_id, last.read_at, last.tenant_id, last.total, last.truncated, last.parts
            from reference_parts last
            where last.connection_id = :connection and last.kind = :kind and last.parts > 0 and last.part = last.parts
              and last.parts = (select count(*) from reference_parts p
                where p.connection_id = :connection and p.kind = :kind and p.part between 1 and last.parts
                  and p.read_id = last.read_id)
            order by last.read_at desc limit 1""";

    private static final String ITEMS = """
            insert into reference_items (connection_id, kind, ordinal, item_id, name, body)
            select p.connection_id, p.kind, row_number() over (order by p.part, e.n), (e.item ->> 'id')::bigint,
                e.item ->> 'name', e.item
            from reference_parts p cross join lateral json_array_elements(p.items) with ordinality e (item, n)
            where p.connection_id = :connection and p.kind = :kind and p.part between 1 and :parts""";

    private static final String BODIES = "select i.body from reference_items i join reference_kinds k"
            + " on k.connection_id = i.connection_id and k.kind = i.kind"
            + " where i.connection_id = ? and i.kind = ? and k.tenant_id = ?";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;

    JdbcReferenceStore(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
    }

    @Override
    public List<String> write(List<Part> parts) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var whole = new ArrayList<String>();
            for (var part : parts) {
                put(part);
                if (part.place().part() > 0 && settle(part.place())) {
                    whole.add(part.place().connectionId());
                }
            }
            return whole.stream().distinct().toList();
        }));
    }

    @Override
    public List<KindState> kinds(String tenantId, String connectionId) {
        Map<String, KindState> known = new HashMap<>();
        jdbc.sql("select kind, read_at, total, truncated, items from reference_kinds"
                        + " where connection_id = ? and tenant_id = ?")
                .params(connectionId, tenantId)
                .query((row, _) -> new KindState(
                        row.getString("kind"),
                        row.getLong("items"),
                        total(row),
                        row.getBoolean("truncated"),
                        moment(row),
                        null))
                .list()
                .forEach(state -> known.put(state.kind(), state));
        var gaps = gaps(tenantId, connectionId);
        return Arrays.stream(ReferenceKind.values())
                .filter(kind -> kind != ReferenceKind.UNSUPPORTED)
                .map(Enum::name)
                .map(kind ->
                        with(known.getOrDefault(kind, new KindState(kind, 0, null, false, null, null)), gaps.get(kind)))
                .toList();
    }

    @Override
    public List<Item> items(String tenantId, String connectionId, ReferenceKind kind) {
        return jdbc
                .sql(BODIES + " order by i.ordinal")
                .params(connectionId, kind.name(), tenantId)
                .query(String.class)
                .list()
                .stream()
                .map(body -> json.readValue(body, Item.class))
                .toList();
    }

    @Override
    public Optional<Item> item(String tenantId, String connectionId, ReferenceKind kind, long id) {
        return jdbc.sql(BODIES + " and i.item_id = ? order by i.ordinal limit 1")
                .params(connectionId, kind.name(), tenantId, id)
                .query(String.class)
                .optional()
                .map(body -> json.readValue(body, Item.class));
    }

    private Map<String, KindState.Gap> gaps(String tenantId, String connectionId) {
        Map<String, KindState.Gap> gaps = new HashMap<>();
        jdbc.sql("select kind, result, detail, read_at from reference_parts"
                        + " where connection_id = ? and tenant_id = ? and part = 0")
                .params(connectionId, tenantId)
                .query((row, _) -> Map.entry(
                        row.getString("kind"),
                        new KindState.Gap(row.getString("result"), row.getString("detail"), moment(row))))
                .list()
                .forEach(gap -> gaps.put(gap.getKey(), gap.getValue()));
        return gaps;
    }

    private void put(Part part) {
        var place = part.place();
        var read = part.read();
        if (read == null) {
            jdbc.sql("delete from reference_parts where connection_id = ? and kind = ? and part = ?")
                    .params(place.connectionId(), place.kind(), place.part())
                    .update();
            return;
        }
        jdbc.sql("insert into reference_parts (connection_id, kind, part, tenant_id, parts, read_id, read_at, result,"
                        + " detail, total, truncated, items) values (:connection, :kind, :part, :tenant, :parts,"
                        + " :readId, :readAt, :result, :detail, :total, :truncated, :items::json)"
                        + " on conflict (connection_id, kind, part) do update set tenant_id = excluded.tenant_id,"
                        + " parts = excluded.parts, read_id = excluded.read_id, read_at = excluded.read_at,"
                        + " result = excluded.result, detail = excluded.detail, total = excluded.total,"
                        + " truncated = excluded.truncated, items = excluded.items")
                .param("connection", place.connectionId())
                .param("kind", place.kind())
                .param("part", place.part())
                .param("tenant", read.tenantId())
                .param("parts", read.parts())
                .param("readId", read.readId())
                .param("readAt", read.readAt().atOffset(ZoneOffset.UTC))
                .param("result", read.result())
                .param("detail", read.detail())
                .param("total", read.total())
                .param("truncated", read.truncated())
                .param("items", json.writeValueAsString(read.items()))
                .update();
    }

    /** True if the kind is whole in a read that did not count yet. */
    private boolean settle(Part.Place place) {
        var left = jdbc.sql("select count(*) from reference_parts where connection_id = ? and kind = ? and part > 0")
                .params(place.connectionId(), place.kind())
                .query(Long.class)
                .single();
        if (left == 0) {
            forget(place);
            return false;
        }
        return jdbc.sql(WHOLE)
                .param("connection", place.connectionId())
                .param("kind", place.kind())
                .query((row, _) -> take(place, row))
                .optional()
                .orElse(false);
    }

    private boolean take(Part.Place place, ResultSet row) throws SQLException {
        var readId = row.getString("read_id");
        var fresh = jdbc.sql("insert into reference_kinds (connection_id, kind, tenant_id, read_id, read_at, total,"
                        + " truncated) values (:connection, :kind, :tenant, :readId, :readAt, :total, :truncated)"
                        + " on conflict (connection_id, kind) do update set tenant_id = excluded.tenant_id,"
                        + " read_id = excluded.read_id, read_at = excluded.read_at, total = excluded.total,"
                        + " truncated = excluded.truncated where reference_kinds.read_id <> excluded.read_id")
                .param("connection", place.connectionId())
                .param("kind", place.kind())
                .param("tenant", row.getString("tenant_id"))
                .param("readId", readId)
                .param("readAt", row.getObject("read_at", OffsetDateTime.class))
                .param("total", total(row))
                .param("truncated", row.getBoolean("truncated"))
                .update();
        if (fresh == 0) {
            return false;
        }
        clear(place);
        var items = jdbc.sql(ITEMS)
                .param("connection", place.connectionId())
                .param("kind", place.kind())
                .param("parts", row.getInt("parts"))
                .update();
        jdbc.sql("update reference_kinds set items = ? where connection_id = ? and kind = ?")
                .params(items, place.connectionId(), place.kind())
                .update();
        return true;
    }

    private void forget(Part.Place place) {
        clear(place);
        jdbc.sql("delete from reference_kinds where connection_id = ? and kind = ?")
                .params(place.connectionId(), place.kind())
                .update();
    }

    private void clear(Part.Place place) {
        jdbc.sql("delete from reference_items where connection_id = ? and kind = ?")
                .params(place.connectionId(), place.kind())
                .update();
    }

    private static KindState with(KindState state, KindState.@Nullable Gap gap) {
        return new KindState(state.kind(), state.count(), state.total(), state.truncated(), state.readAt(), gap);
    }

    private static @Nullable Long total(ResultSet row) throws SQLException {
        return row.getObject("total", Long.class);
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getObject("read_at", OffsetDateTime.class).toInstant();
    }
}
