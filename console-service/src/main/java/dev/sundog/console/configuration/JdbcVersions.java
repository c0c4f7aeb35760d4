package dev.sundog.console.configuration;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Keeps versions in PostgreSQL. Writes within the transaction of the change. */
final class JdbcVersions implements Versions {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final InstantSource clock;

    JdbcVersions(JdbcClient jdbc, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.json =
                json.rebuild().enable(DeserializationFeature.USE_LONG_FOR_INTS).build();
        this.clock = clock;
    }

    @Override
    public List<PublishedVersion> of(Stored stored) {
        return named(stored.kind())
                .map(name -> read(name, "", " order by version desc limit 500")
                        .param("id", stored.id())
                        .param("tenant", stored.document().requiredText("tenantId"))
                        .query((row, _) -> version(row))
                        .list())
                .orElse(List.of());
    }

    @Override
    public Optional<PublishedVersion> of(Stored stored, long version) {
        return named(stored.kind())
                .flatMap(name -> read(name, " and version = :version", "")
                        .param("id", stored.id())
                        .param("tenant", stored.document().requiredText("tenantId"))
                        .param("version", version)
                        .query((row, _) -> version(row))
                        .optional());
    }

    /** Remembers the version of an object that was just written; who made it is not known yet. */
    void remember(Stored stored) {
        named(stored.kind())
                .ifPresent(name -> jdbc.sql("insert into " + name + "_versions (" + name + "_id, version, body, author,"
                                + " published_at) values (:id, :version, :body::json, :author, :now)"
                                + " on conflict (" + name + "_id, version) do update set body = excluded.body,"
                                + " author = excluded.author, reason = null, published_at = excluded.published_at")
                        .param("id", stored.id())
                        .param("version", stored.version())
                        .param("body", json.writeValueAsString(stored.document().fields()))
                        .param("author", Signature.UNSAID.author())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update());
    }

    /** Adds who made it and why. */
    void sign(Stored stored, Signature signature) {
        named(stored.kind())
                .ifPresent(name -> jdbc.sql("update " + name + "_versions set author = :author, reason = :reason"
                                + " where " + name + "_id = :id and version = :version")
                        .param("author", signature.author())
                        .param("reason", signature.reason())
                        .param("id", stored.id())
                        .param("version", stored.version())
                        .update());
    }

    private JdbcClient.StatementSpec read(String name, String which, String order) {
        return jdbc.sql("select version, author, reason, published_at, body from " + name + "_versions where " + name
                + "_id = :id and tenant_id = :tenant" + which + order);
    }

    /** How the tables name a kind that has versions. */
    private static Optional<String> named(Kind kind) {
        return switch (kind) {
            case POLICY, ORGANIZATION -> Optional.of(kind.word());
            case CONNECTION, SILENCE -> Optional.empty();
        };
    }

    private PublishedVersion version(ResultSet row) throws SQLException {
        return new PublishedVersion(
                row.getLong("version"),
                row.getString("author"),
                row.getString("reason"),
                row.getObject("published_at", OffsetDateTime.class).toInstant(),
                json.readValue(row.getString("body"), TREE));
    }
}
