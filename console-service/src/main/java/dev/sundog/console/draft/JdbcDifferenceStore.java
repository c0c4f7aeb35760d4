package dev.sundog.console.draft;

import dev.sundog.console.paging.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps differences in PostgreSQL. */
final class JdbcDifferenceStore implements DifferenceStore {

    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};
    private static final Duration KEPT = Duration.ofDays(30);
    private static final String WHICH = " from policy_differences where policy_id = :policy and tenant_id = :tenant"
            + " and (cast(:draft as bigint) is null or draft_version = :draft)";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JsonMapper json;
    private final InstantSource clock;

    JdbcDifferenceStore(JdbcClient jdbc, TransactionTemplate transaction, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void write(List<FoundDifference> differences) {
        transaction.executeWithoutResult(_ -> {
            differences.forEach(this::insert);
            jdbc.sql("delete from policy_differences where decided_at < ?")
                    .param(clock.instant().minus(KEPT).atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    @Override
    public Page<Map<String, Object>> page(
            String policyId, String tenantId, @Nullable Long draftVersion, Page.Wanted wanted) {
        List<Map<String, Object>> found = jdbc
                .sql("select body" + WHICH + " order by decided_at desc, id limit :size offset :skip")
                .param("policy", policyId)
                .param("tenant", tenantId)
                .param("draft", draftVersion)
                .param("size", wanted.size())
                .param("skip", wanted.skip())
                .query(String.class)
                .list()
                .stream()
                .map(body -> json.readValue(body, TREE))
                .toList();
        long total = jdbc.sql("select count(*)" + WHICH)
                .param("policy", policyId)
                .param("tenant", tenantId)
                .param("draft", draftVersion)
                .query(Long.class)
                .single();
        return Page.of(found, wanted, total);
    }

    private void insert(FoundDifference difference) {
        jdbc.sql("insert into policy_differences (id, policy_id, tenant_id, draft_version, decided_at, body)"
                        + " values (:id, :policy, :tenant, :draft, :decided, :body::json) on conflict do nothing")
                .param("id", difference.id())
                .param("policy", difference.policyId())
                .param("tenant", difference.tenantId())
                .param("draft", difference.draftVersion())
                .param("decided", difference.decidedAt().atOffset(ZoneOffset.UTC))
                .param("body", json.writeValueAsString(difference.shown()))
                .update();
    }
}
