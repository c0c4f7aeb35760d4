package dev.sundog.console.configuration;

import dev.sundog.console.configuration.ChangeOutcome.Changed;
import dev.sundog.console.configuration.ChangeOutcome.ConditionMissing;
import dev.sundog.console.configuration.ChangeOutcome.Created;
import dev.sundog.console.configuration.ChangeOutcome.Deleted;
import dev.sundog.console.configuration.ChangeOutcome.Invalid;
import dev.sundog.console.configuration.ChangeOutcome.Referenced;
import dev.sundog.console.configuration.ChangeOutcome.Stale;
import dev.sundog.console.configuration.ChangeOutcome.Unchanged;
import dev.sundog.console.configuration.ChangeOutcome.Unknown;
import dev.sundog.console.outbox.Outbox;
import dev.sundog.console.problem.FieldErrors;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Takes changes. A change and the record that tells Kafka about it commit together; changes run one after another, so what a
 * check saw still holds when its change commits.
 */
public final class ConfigurationDesk {

    /** What a policy has beside its rules: a draft that decides beside them. */
    private static final String SHADOW = "shadow";

    private final ConfigurationStore store;
    private final DocumentReader reader;
    private final Map<Kind, Rules> rules;
    private final ConnectionSecrets secrets;
    private final Outbox outbox;

    ConfigurationDesk(
            ConfigurationStore store,
            DocumentReader reader,
            Map<Kind, Rules> rules,
            ConnectionSecrets secrets,
            Outbox outbox) {
        this.store = store;
        this.reader = reader;
        this.rules = Map.copyOf(rules);
        this.secrets = secrets;
        this.outbox = outbox;
    }

    /** Checks a document as a save would. Writes nothing. */
    public Checked check(Kind kind, String id, Map<String, ?> given) {
        var errors = new FieldErrors();
        var read = read(kind, id, given, errors);
        var document = rulesOf(kind).check(read, store, errors);
        var stored = store.find(kind, id);
        sameTenant(document, stored, errors);
        if (kind == Kind.CONNECTION) {
            secrets.check(document, stored, errors);
        }
        return errors.isEmpty() ? new Checked.Sound(document) : new Checked.Faulty(errors.toList());
    }

    /**
     * Makes the object be as the caller sent it. What is left out falls back to its default; a connection's secret and a policy's
     * shadow alone stay.
     */
    public ChangeOutcome put(Kind kind, String id, Map<String, ?> given, Condition condition, Signature signature) {
        var errors = new FieldErrors();
        var read = read(kind, id, given, errors);
        var outcome = store.alone(() -> {
            var stored = store.find(kind, id);
            var wished = given.containsKey(SHADOW) ? read : shadowed(read, stored);
            return signed(refusal(stored, condition).orElseGet(() -> change(kind, wished, stored, errors)), signature);
        });
        outbox.wake();
        return outcome;
    }

    private static Document shadowed(Document read, Optional<Stored> stored) {
        return stored.map(it -> it.document().fields().get(SHADOW))
                .map(shadow -> read.with(SHADOW, shadow))
                .orElse(read);
    }

    private ChangeOutcome signed(ChangeOutcome outcome, Signature signature) {
        switch (outcome) {
            case Created(Stored stored) -> store.sign(stored, signature);
            case Changed(Stored stored) -> store.sign(stored, signature);
            case Unchanged _, Deleted _, Unknown _, Invalid _, Stale _, ConditionMissing _, Referenced _ -> {}
        }
        return outcome;
    }

    private Document read(Kind kind, String id, Map<String, ?> given, FieldErrors errors) {
        var sent = new LinkedHashMap<String, Object>(given);
        var said = sent.put("id", id);
        if (said != null && !said.equals(id)) {
            errors.add("/id", "must be the id in the address, " + id);
        }
        var read = reader.read(kind, sent, errors);
        Limits.id(read, "id", errors);
        Limits.id(read, "tenantId", errors);
        return read;
    }

    private static void sameTenant(Document document, Optional<Stored> stored, FieldErrors errors) {
        stored.ifPresent(before -> errors.require(
                before.document().text("tenantId").equals(document.text("tenantId")),
                "/tenantId",
                "must stay " + before.document().requiredText("tenantId")));
    }

    /** Removes the object, unless something needs it. */
    ChangeOutcome delete(Kind kind, String id, Condition condition) {
        var outcome = store.alone(() -> {
            var stored = store.find(kind, id);
            if (stored.isEmpty()) {
                return new Unknown();
            }
            var needed = condition instanceof Condition.Unsaid ? new Condition.AnyVersion() : condition;
            return refusal(stored, needed).orElseGet(() -> remove(stored.get()));
        });
        outbox.wake();
        return outcome;
    }

    private ChangeOutcome change(Kind kind, Document read, Optional<Stored> stored, FieldErrors errors) {
        var document = rulesOf(kind).check(read, store, errors);
        sameTenant(document, stored, errors);
        if (kind == Kind.CONNECTION) {
            secrets.check(document, stored, errors);
        }
        if (!errors.isEmpty()) {
            return new Invalid(errors.toList());
        }
        var sealed = kind == Kind.CONNECTION ? secrets.seal(document, stored) : document;
        if (stored.isEmpty()) {
            var made = store.insert(kind, document.requiredText("id"), sealed);
            outbox.add(changeOf(made));
            return new Created(made);
        }
        if (stored.get().document().equals(sealed)) {
            return new Unchanged(stored.get());
        }
        var changed = store.update(stored.get(), sealed);
        outbox.add(changeOf(changed));
        return new Changed(changed);
    }

    private ChangeOutcome remove(Stored stored) {
        var references = store.referencesTo(stored);
        if (!references.isEmpty()) {
            return new Referenced(references);
        }
        store.delete(stored);
        outbox.add(
                new Outbox.Change(stored.kind().topic().name(), stored.id(), stored.version() + 1, Optional.empty()));
        return new Deleted();
    }

    private static Outbox.Change changeOf(Stored stored) {
        return new Outbox.Change(
                stored.kind().topic().name(),
                stored.id(),
                stored.version(),
                Optional.of(stored.document().with("version", stored.version()).fields()));
    }

    private static Optional<ChangeOutcome> refusal(Optional<Stored> stored, Condition condition) {
        var version = stored.map(Stored::version);
        return switch (condition) {
            case Condition.Unsaid() -> version.map(ConditionMissing::new);
            case Condition.New() -> version.map(there -> new Stale("it exists already, in version " + there));
            case Condition.Never() -> Optional.of(new Stale("the condition names no version"));
            case Condition.AnyVersion() ->
                version.isPresent() ? Optional.empty() : Optional.of(new Stale("it does not exist"));
            case Condition.Version(long meant) ->
                version.filter(there -> there == meant).isPresent()
                        ? Optional.empty()
                        : Optional.of(new Stale(version.map(there -> "it is in version " + there)
                                .orElse("it does not exist")));
        };
    }

    private Rules rulesOf(Kind kind) {
        return Optional.ofNullable(rules.get(kind)).orElseThrow();
    }
}
