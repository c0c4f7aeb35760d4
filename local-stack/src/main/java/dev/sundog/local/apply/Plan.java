package dev.sundog.local.apply;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** Says what applying would do. Writes nothing. */
final class Plan {

    private final ConsoleApi console;

    Plan(ConsoleApi console) {
        this.console = console;
    }

    /** What would become of one object. */
    sealed interface Planned {

        /** It would be new. */
        record New(List<String> lines) implements Planned {}

        /** It would change. */
        record Changed(List<String> lines) implements Planned {}

        /** It is so already, as far as can be seen. */
        record Same(boolean secretUnknown) implements Planned {}
    }

    Planned plan(Manifest manifest) {
        var form = new CanonicalForm(manifest.kind().schema());
        var wanted = form.ofDocument(manifest.fields());
        return console.find(manifest)
                .map(stored -> FieldDiff.between(form.ofAnswer(stored.fields()), wanted))
                .map(lines ->
                        lines.isEmpty() ? (Planned) new Planned.Same(manifest.hasSecret()) : new Planned.Changed(lines))
                .orElseGet(() -> new Planned.New(FieldDiff.between(JsonNodeFactory.instance.objectNode(), wanted)));
    }

    /** Why the console would refuse a document, given that the others are applied, too. */
    Optional<String> refusal(Manifest manifest, Set<Manifest> others) {
        return console.check(manifest, others);
    }
}
