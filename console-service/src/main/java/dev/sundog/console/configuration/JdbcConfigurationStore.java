package dev.sundog.console.configuration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps configuration in PostgreSQL, whose constraints hold even where a check of ours should fail. */
final class JdbcConfigurationStore implements ConfigurationStore {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    /** Names the lock that a change holds until it commits. */
    private static final long CHANGES = 0x53_55_4e_44_4f_47_01L;

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final InstantSource clock;
    private final JdbcVersions versions;

    JdbcConfigurationStore(
            JdbcClient jdbc,
            TransactionTemplate transaction,
            JsonMapper json,
            InstantSource clock,
            JdbcVersions versions) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        // As the reader makes numbers, so that a document compares equal to itself.
        this.json =
                json.rebuild().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
        this.clock = clock;
        this.versions = versions;
    }

    @Override
    public <T> T alone(Supplier<T> work) {
        return Objects.requireNonNull(transaction.execute(_ -> {
            jdbc.sql("select pg_advisory_xact_lock(?)").param(CHANGES).query().listOfRows();
            return work.get();
        }));
    }

    @Override
    public Optional<Stored> find(Kind kind, String id) {
        return jdbc.sql("select id, version, body from " + kind.plural() + " where id = ?")
                .param(id)
                .query((row, _) -> stored(kind, row))
                .optional();
    }

    @Override
    public List<Stored> list(Kind kind, Optional<String> tenantId, int page, int size) {
        return jdbc.sql("select id, version, body from " + kind.plural()
                        + " where cast(:tenant as text) is null or tenant_id = :tenant"
                        + " order by id limit :size offset :skip")
                .param("tenant", tenantId.orElse(null))
                .param("size", size)
                .param("skip", (long) page * size)
                .query((row, _) -> stored(kind, row))
                .list();
    }

    @Override
    public long count(Kind kind, Optional<String> tenantId) {
        return jdbc.sql("select count(*) from " + kind.plural()
                        + " where cast(:tenant as text) is null or tenant_id = :tenant")
                .param("tenant", tenantId.orElse(null))
                .query(Long.class)
                .single();
    }

    @Override
    public Stored insert(Kind kind, String id, Document document) {
        var version = jdbc.sql("insert into " + kind.plural() + " (id, version, body, changed_at) values (:id,"
                        + " 1 + coalesce((select version from retired where kind = :kind and id = :id), 0),"
                        + " :body::json, :now) returning version")
                .param("id", id)
                .param("kind", kind.plural())
                .param("body", json.writeValueAsString(document.fields()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        return remembered(new Stored(kind, id, version, document));
    }

    @Override
    public Stored update(Stored stored, Document document) {
        var updated = jdbc.sql("update " + stored.kind().plural()
                        + " set version = version + 1, body = :body::json, changed_at = :now"
                        + " where id = :id and version = :version")
                .param("id", stored.id())
                .param("version", stored.version())
                .param("body", json.writeValueAsString(document.fields()))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        expectOne(updated, stored);
        return remembered(new Stored(stored.kind(), stored.id(), stored.version() + 1, document));
    }

    @Override
    public void sign(Stored stored, Signature signature) {
        versions.sign(stored, signature);
    }

    private Stored remembered(Stored stored) {
        versions.remember(stored);
        return stored;
    }

    @Override
    public void delete(Stored stored) {
        var deleted = jdbc.sql("delete from " + stored.kind().plural() + " where id = ? and version = ?")
                .params(stored.id(), stored.version())
                .update();
        expectOne(deleted, stored);
        jdbc.sql("insert into retired (kind, id, version) values (?, ?, ?)"
                        + " on conflict (kind, id) do update set version = excluded.version")
                .params(stored.kind().plural(), stored.id(), stored.version() + 1)
                .update();
    }

    @Override
    public List<String> referencesTo(Stored stored) {
        return switch (stored.kind()) {
            case POLICY ->
                Stream.concat(
                                referring(Kind.CONNECTION, "policy_id", stored.id()),
                                referring(Kind.ORGANIZATION, "policy_id", stored.id()))
                        .toList();
            case CONNECTION ->
                referring(Kind.ORGANIZATION, "connection_id", stored.id()).toList();
            case ORGANIZATION ->
                referring(Kind.ORGANIZATION, "parent_id", stored.id()).toList();
            case SILENCE -> List.of();
        };
    }

    private Stream<String> referring(Kind kind, String column, String id) {
        return jdbc
                .sql("select id from " + kind.plural() + " where " + column + " = ? order by id limit 10")
                .param(id)
                .query(String.class)
                .list()
                .stream()
                .map(referring -> kind.word() + " " + referring);
    }

    private Stored stored(Kind kind, ResultSet row) throws SQLException {
        return new Stored(
                kind,
                row.getString("id"),
                row.getLong("version"),
                new Document(json.readValue(row.getString("body"), TREE)));
    }

    private static void expectOne(int rows, Stored stored) {
        if (rows != 1) {
            throw new OptimisticLockingFailureException(
                    stored.kind().word() + " " + stored.id() + " is no longer in version " + stored.version());
        }
    }
}
