package dev.sundog.console.backtest;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps back-tests in PostgreSQL. */
final class JdbcBacktestStore implements BacktestStore {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final Duration KEPT = Duration.ofDays(7);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    JdbcBacktestStore(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void add(String id, String policyId, String tenantId) {
        jdbc.sql("delete from backtests where requested_at < ?")
                .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("insert into backtests (id, policy_id, tenant_id, state, requested_at, told_at)"
                        + " values (:id, :policy, :tenant, 'WAITING', :now, :now)")
                .param("id", id)
                .param("policy", policyId)
                .param("tenant", tenantId)
                .param("now", now())
                .update();
    }

    @Override
    public Optional<Backtest> find(String id) {
        return jdbc.sql("select * from backtests where id = ?")
                .param(id)
                .query((row, _) -> backtest(row))
                .optional();
    }

    @Override
    public boolean progress(String id, long read, long total) {
        return jdbc.sql("update backtests set state = 'RUNNING', read = :read, total = :total, told_at = :now"
                                + " where id = :id and not cancel_wanted and state in ('WAITING', 'RUNNING')")
                        .param("read", read)
                        .param("total", total)
                        .param("now", now())
                        .param("id", id)
                        .update()
                > 0;
    }

    @Override
    public void done(String id, Map<String, Object> result) {
        jdbc.sql("update backtests set state = 'DONE', read = total, result = :result::json, told_at = :now,"
                        + " ended_at = :now where id = :id and state = 'RUNNING'")
                .param("result", json.writeValueAsString(result))
                .param("now", now())
                .param("id", id)
                .update();
    }

    @Override
    public void ended(String id, Backtest.State state, String failure) {
        jdbc.sql("update backtests set state = :state, failure = :failure, told_at = :now, ended_at = :now"
                        + " where id = :id and state in ('WAITING', 'RUNNING')")
                .param("state", state.name())
                .param("failure", failure)
                .param("now", now())
                .param("id", id)
                .update();
    }

    @Override
    public boolean cancel(String id) {
        return jdbc.sql("update backtests set cancel_wanted = true where id = ? and state in ('WAITING', 'RUNNING')")
                        .param(id)
                        .update()
                > 0;
    }

    private Backtest backtest(ResultSet row) throws SQLException {
        @Nullable String result = row.getString("result");
        return new Backtest(
                row.getString("id"),
                row.getString("policy_id"),
                Backtest.State.valueOf(row.getString("state")),
                row.getLong("read"),
                row.getLong("total"),
                result == null ? null : json.readValue(result, TREE),
                row.getString("failure"),
                row.getObject("requested_at", OffsetDateTime.class).toInstant(),
                row.getObject("told_at", OffsetDateTime.class).toInstant(),
                moment(row.getObject("ended_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant moment(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
