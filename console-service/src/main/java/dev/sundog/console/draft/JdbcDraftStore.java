package dev.sundog.console.draft;

import dev.sundog.console.configuration.Signature;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps drafts in PostgreSQL. */
final class JdbcDraftStore implements DraftStore {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    JdbcDraftStore(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json =
                json.rebuild().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
        this.clock = clock;
    }

    @Override
    public Optional<Draft> find(String policyId) {
        return jdbc.sql("select * from policy_drafts where policy_id = ?")
                .param(policyId)
                .query((row, _) -> draft(row))
                .optional();
    }

    @Override
    public Draft save(String policyId, Map<String, Object> document, long baseVersion, Signature signature) {
        return jdbc.sql("insert into policy_drafts (policy_id, body, base_version, author, reason, changed_at)"
                        + " values (:id, :body::json, :base, :author, :reason, :now)"
                        + " on conflict (policy_id) do update set version = nextval('policy_draft_versions'),"
                        + " body = excluded.body, base_version = excluded.base_version, author = excluded.author,"
                        + " reason = excluded.reason, changed_at = excluded.changed_at returning *")
                .param("id", policyId)
                .param("body", json.writeValueAsString(document))
                .param("base", baseVersion)
                .param("author", signature.author())
                .param("reason", signature.reason())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, _) -> draft(row))
                .single();
    }

    @Override
    public void rebase(String policyId, long baseVersion) {
        jdbc.sql("update policy_drafts set base_version = ? where policy_id = ?")
                .params(baseVersion, policyId)
                .update();
    }

    @Override
    public boolean delete(String policyId) {
        return jdbc.sql("delete from policy_drafts where policy_id = ?")
                        .param(policyId)
                        .update()
                > 0;
    }

    private Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("policy_id"),
                row.getLong("version"),
                row.getLong("base_version"),
                json.readValue(row.getString("body"), TREE),
                new Signature(row.getString("author"), row.getString("reason")),
                moment(row, "changed_at"));
    }

    private static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
