package dev.sundog.console.trial;

import dev.sundog.console.configuration.Checked;
import dev.sundog.console.configuration.ConfigurationDesk;
import dev.sundog.console.configuration.ConfigurationStore;
import dev.sundog.console.configuration.Document;
import dev.sundog.console.configuration.Kind;
import dev.sundog.console.configuration.Stored;
import dev.sundog.console.problem.FieldError;
import dev.sundog.console.problem.RefusedException;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.wire.AvroDocuments;
import dev.sundog.routing.wire.Parsed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the policy that somebody wants to try: the published one, the draft that is kept, or one that comes with the request. */
public final class TriedPolicies {

    private final ConfigurationStore store;
    private final ConfigurationDesk desk;
    private final Drafts drafts;

    TriedPolicies(ConfigurationStore store, ConfigurationDesk desk, Drafts drafts) {
        this.store = store;
        this.desk = desk;
        this.drafts = drafts;
    }

    /**
     * The policy to try.
     *
     * @param wanted {@code policy}: a document; {@code draft}: a document, or true for the one that is kept; neither: the
     *     published one
     * @return empty where there is no policy of this id and none was given
     * @throws RefusedException if the document is wrong
     */
    public Optional<TriedPolicy> find(String id, Map<String, Object> wanted) {
        var stored = store.find(Kind.POLICY, id);
        var given = given(wanted);
        if (given.isPresent()) {
            return Optional.of(tried(id, given.get(), stored));
        }
        if (Boolean.TRUE.equals(wanted.get("draft"))) {
            var kept = drafts.find(id).orElseThrow(() -> refused("/draft", "policy " + id + " has no draft"));
            return Optional.of(new TriedPolicy(policy(kept, "/draft"), "draft", stored.map(TriedPolicies::published)));
        }
        return stored.map(TriedPolicies::published)
                .map(published -> new TriedPolicy(published, "published", Optional.of(published)));
    }

    /** True where the policy has a draft. */
    public boolean kept(String policyId) {
        return drafts.find(policyId).isPresent();
    }

    private TriedPolicy tried(String id, Given given, Optional<Stored> stored) {
        var document = new LinkedHashMap<>(given.document());
        stored.flatMap(it -> it.document().text("tenantId")).ifPresent(it -> document.putIfAbsent("tenantId", it));
        return switch (desk.check(Kind.POLICY, id, document)) {
            case Checked.Faulty(var errors) ->
                throw new RefusedException(errors.stream()
                        .map(error -> new FieldError(given.at() + error.pointer(), error.detail()))
                        .toList());
            case Checked.Sound(Document sound) ->
                new TriedPolicy(policy(sound.fields(), given.at()), "given", stored.map(TriedPolicies::published));
        };
    }

    private static Optional<Given> given(Map<String, Object> wanted) {
        for (var name : List.of("policy", "draft")) {
            var value = wanted.get(name);
            if (value instanceof Map<?, ?> document) {
                return Optional.of(new Given("/" + name, Document.of(document).fields()));
            }
            var isWord = name.equals("draft") && value instanceof Boolean;
            if (value != null && !isWord) {
                throw refused("/" + name, "must be a policy's document");
            }
        }
        return Optional.empty();
    }

    private static Policy published(Stored stored) {
        return policy(stored.document().with("version", stored.version()).fields(), "");
    }

    private static Policy policy(Map<String, ?> document, String at) {
        return switch (AvroDocuments.policy(document)) {
            case Parsed.Sound<Policy>(var policy) -> policy;
            case Parsed.Faulty<Policy>(var faults) ->
                throw new RefusedException(faults.stream()
                        .map(fault -> new FieldError(at + fault.pointer(), fault.detail()))
                        .toList());
        };
    }

    private static RefusedException refused(String pointer, String detail) {
        return new RefusedException(List.of(new FieldError(pointer, detail)));
    }

    private record Given(String at, Map<String, Object> document) {}
}
