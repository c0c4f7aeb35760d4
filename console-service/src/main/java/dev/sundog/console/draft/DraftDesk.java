package dev.sundog.console.draft;

import dev.sundog.console.configuration.ChangeOutcome;
import dev.sundog.console.configuration.Checked;
import dev.sundog.console.configuration.Condition;
import dev.sundog.console.configuration.ConfigurationDesk;
import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Document;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Signature;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.configuration.Versions;
import dev.sundog.console.draft.DraftOutcome.Invalid;
import dev.sundog.console.draft.DraftOutcome.Kept;
import dev.sundog.console.draft.DraftOutcome.Overtaken;
import dev.sundog.console.draft.DraftOutcome.Published;
import dev.sundog.console.draft.DraftOutcome.Unknown;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes drafts and publishes them. Publishing is one transaction: the policy, its history, the record for Kafka and the end of the
 * draft commit together.
 */
final class DraftDesk {

    /** What a draft takes from a policy into its shadow. */
    private static final List<String> DECIDING = List.of("rules", "defaults", "lookups", "businessHours");

    private final ConfigurationStore store;
    private final ConfigurationDesk desk;
    private final DraftStore drafts;
    private final Versions versions;

    DraftDesk(ConfigurationStore store, ConfigurationDesk desk, DraftStore drafts, Versions versions) {
        this.store = store;
        this.desk = desk;
        this.drafts = drafts;
        this.versions = versions;
    }

    Optional<Draft> find(String policyId) {
        return drafts.find(policyId);
    }

    /** Keeps a draft, which must be such that it could be published. */
    DraftOutcome save(String policyId, Map<String, Object> given, Signature signature) {
        return store.alone(() -> {
            var stored = store.find(Kind.POLICY, policyId);
            var wanted = new LinkedHashMap<>(given);
            wanted.remove("shadow");
            stored.ifPresent(it -> wanted.putIfAbsent("tenantId", it.document().requiredText("tenantId")));
            return switch (desk.check(Kind.POLICY, policyId, wanted)) {
                case Checked.Faulty(var errors) -> new Invalid(errors);
                case Checked.Sound(Document document) ->
                    new Kept(drafts.save(
                            policyId,
                            document.fields(),
                            stored.map(Stored::version).orElse(0L),
                            signature));
            };
        });
    }

    boolean discard(String policyId) {
        return drafts.delete(policyId);
    }

    /** Makes the draft the policy, and ends its shadow. */
    DraftOutcome publish(String policyId, Signature signature) {
        return store.alone(() -> {
            var draft = drafts.find(policyId);
            if (draft.isEmpty()) {
                return new Unknown("policy " + policyId + " has no draft");
            }
            var version = store.find(Kind.POLICY, policyId).map(Stored::version).orElse(0L);
            if (version != draft.get().baseVersion()) {
                return new Overtaken(
                        "the draft was made from version " + draft.get().baseVersion() + ", the policy is in " + version
                                + "; save the draft again to publish it over that");
            }
            var document = new HashMap<String, Object>(draft.get().document());
            document.put("shadow", null);
            var outcome = written(policyId, document, signature);
            if (outcome instanceof Published) {
                drafts.delete(policyId);
            }
            return outcome;
        });
    }

    /** Publishes an earlier version again, as a new one. */
    DraftOutcome rollback(String policyId, long version, Signature signature) {
        return store.alone(() -> store.find(Kind.POLICY, policyId)
                .flatMap(stored -> versions.of(stored, version))
                .map(earlier -> {
                    var document = new HashMap<>(earlier.document());
                    document.put("shadow", null);
                    return written(policyId, document, signature);
                })
                .orElseGet(() -> new Unknown("policy " + policyId + " was never published in version " + version)));
    }

    /** Lets the draft decide beside the active rules. */
    DraftOutcome shadow(String policyId, Signature signature) {
        return store.alone(() -> {
            var draft = drafts.find(policyId);
            var stored = store.find(Kind.POLICY, policyId);
            if (draft.isEmpty() || stored.isEmpty()) {
                return new Unknown("policy " + policyId + " is not published, or has no draft");
            }
            var shadow = new LinkedHashMap<String, Object>();
            shadow.put("version", draft.get().version());
            DECIDING.forEach(field -> {
                var value = draft.get().document().get(field);
                if (value != null) {
                    shadow.put(field, value);
                }
            });
            return shadowed(stored.get(), Optional.of(shadow), signature);
        });
    }

    /** Ends the shadow. */
    DraftOutcome unshadow(String policyId, Signature signature) {
        return store.alone(() -> store.find(Kind.POLICY, policyId)
                .map(stored -> shadowed(stored, Optional.empty(), signature))
                .orElseGet(() -> new Unknown("there is no policy " + policyId)));
    }

    private DraftOutcome shadowed(Stored stored, Optional<Map<String, Object>> shadow, Signature signature) {
        var document = new HashMap<>(stored.document().fields());
        document.put("shadow", shadow.orElse(null));
        var outcome = written(stored.id(), document, signature);
        if (outcome instanceof Published(Stored policy)) {
            drafts.find(stored.id())
                    .filter(draft -> draft.baseVersion() == stored.version())
                    .ifPresent(_ -> drafts.rebase(stored.id(), policy.version()));
        }
        return outcome;
    }

    private DraftOutcome written(String policyId, Map<String, Object> document, Signature signature) {
        var condition =
                store.find(Kind.POLICY, policyId).isPresent() ? new Condition.AnyVersion() : new Condition.New();
        return switch (desk.put(Kind.POLICY, policyId, document, condition, signature)) {
            case ChangeOutcome.Created(Stored stored) -> new Published(stored);
            case ChangeOutcome.Changed(Stored stored) -> new Published(stored);
            case ChangeOutcome.Unchanged(Stored stored) -> new Published(stored);
            case ChangeOutcome.Invalid(var errors) -> new Invalid(errors);
            case ChangeOutcome.Stale(var detail) -> new Overtaken(detail);
            case ChangeOutcome.Deleted _,
                    ChangeOutcome.Unknown _,
                    ChangeOutcome.ConditionMissing _,
                    ChangeOutcome.Referenced _ ->
                throw new IllegalStateException("no answer to a put with a condition");
        };
    }
}
