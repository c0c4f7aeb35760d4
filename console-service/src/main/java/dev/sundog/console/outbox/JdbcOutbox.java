package dev.sundog.console.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps the outbox in a table beside the configuration, so that both commit together. */
final class JdbcOutbox implements Outbox, PendingChanges {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    /** Names the lock that whoever publishes holds. */
    private static final long PUBLISHING = 0x53_55_4e_44_4f_47_02L;

    private static final int BATCH = 200;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Semaphore bell;

    JdbcOutbox(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, InstantSource clock, Semaphore bell) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
        this.bell = bell;
    }

    @Override
    public void add(Change change) {
        jdbc.sql("insert into outbox (topic, key, version, body, added_at)"
                        + " values (:topic, :key, :version, :body::json, :now)")
                .param("topic", change.topic())
                .param("key", change.key())
                .param("version", change.version())
                .param("body", change.body().map(json::writeValueAsString).orElse(null))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void wake() {
        bell.release();
    }

    @Override
    public int publish(Function<List<Numbered>, Collection<Long>> send) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            var mine = jdbc.sql("select pg_try_advisory_xact_lock(?)")
                    .param(PUBLISHING)
                    .query(Boolean.class)
                    .single();
            if (!mine) {
                return 0;
            }
            var next = jdbc.sql("select * from (select distinct on (topic, key) sequence, topic, key, version, body"
                            + " from outbox order by topic, key, sequence) first order by sequence limit ?")
                    .param(BATCH)
                    .query((row, _) -> numbered(row))
                    .list();
            var sent = next.isEmpty() ? List.<Long>of() : send.apply(next);
            if (!sent.isEmpty()) {
                jdbc.sql("delete from outbox where sequence in (:sent)")
                        .param("sent", sent)
                        .update();
            }
            return sent.size();
        }));
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from outbox").query(Long.class).single();
    }

    private Numbered numbered(ResultSet row) throws SQLException {
        @Nullable String body = row.getString("body");
        return new Numbered(
                row.getLong("sequence"),
                new Change(
                        row.getString("topic"),
                        row.getString("key"),
                        row.getLong("version"),
                        Optional.ofNullable(body).map(text -> json.readValue(text, TREE))));
    }
}
