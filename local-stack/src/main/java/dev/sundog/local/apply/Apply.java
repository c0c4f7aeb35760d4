package dev.sundog.local.apply;

import dev.sundog.local.apply.ApplyOutcome.Created;
import dev.sundog.local.apply.ApplyOutcome.Refused;
import dev.sundog.local.apply.ApplyOutcome.Unchanged;
import dev.sundog.local.apply.ApplyOutcome.Updated;
import dev.sundog.local.apply.ConsoleApi.Stored;
import java.util.Optional;

/** Makes objects as their documents say, and writes only where something differs. */
public final class Apply {

    private final ConsoleApi console;
    private final boolean writeSecrets;

    public Apply(HttpConsole console) {
        this(console, false);
    }

    /**
     * Applies to a console.
     *
     * @param writeSecrets write an object that holds a secret although nothing else differs
     */
    Apply(ConsoleApi console, boolean writeSecrets) {
        this.console = console;
        this.writeSecrets = writeSecrets;
    }

    public ApplyOutcome apply(Manifest manifest) {
        return console.find(manifest)
                .map(stored -> replaceIfDifferent(manifest, stored))
                .orElseGet(() -> create(manifest));
    }

    /** Leaves an object alone that is there, however it is. */
    public ApplyOutcome createIfAbsent(Manifest manifest) {
        return console.find(manifest).isPresent() ? new Unchanged(false) : create(manifest);
    }

    private ApplyOutcome create(Manifest manifest) {
        return outcome(console.create(manifest), new Created());
    }

    private ApplyOutcome replaceIfDifferent(Manifest manifest, Stored stored) {
        var form = new CanonicalForm(manifest.kind().schema());
        boolean same = form.ofDocument(manifest.fields()).equals(form.ofAnswer(stored.fields()));
        if (same && !(writeSecrets && manifest.hasSecret())) {
            return new Unchanged(manifest.hasSecret());
        }
        return outcome(console.replace(manifest, stored.etag()), new Updated());
    }

    private static ApplyOutcome outcome(Optional<String> problem, ApplyOutcome otherwise) {
        return problem.<ApplyOutcome>map(Refused::new).orElse(otherwise);
    }
}
