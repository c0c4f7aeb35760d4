package dev.sundog.local.apply;

import dev.sundog.local.apply.Plan.Planned;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** {@code sundog plan FILE…}: what applying would change, place by place, and what that would do to recent events. */
public final class PlanCommand {

    private static final int CHANGES = 2;

    private final Terminal terminal;
    private final Map<String, String> environment;

    public PlanCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Returns the exit code: 1 when the console would refuse something, else 0; with {@code --detailed-exitcode} 2 when something
     * would change.
     */
    public int run(List<String> arguments) {
        var line =
                CommandLine.read("plan", arguments, List.of("--console", "--recent"), List.of("--detailed-exitcode"));
        if (line.files().isEmpty()) {
            throw new Usage("plan wants at least one file");
        }
        int recent = recent(line.option("--recent").orElse("50"));
        var http = HttpConsole.http(line.console(), environment.getOrDefault("SUNDOG_CONSOLE_TOKEN", ""));
        var reader = new YamlManifests(name -> Optional.ofNullable(environment.get(name)));
        var manifests = new ManifestFiles(reader).read(line.files());
        try {
            var counts = new Counts();
            var plan = new Plan(new HttpConsole(http));
            var others = Set.copyOf(manifests);
            for (var manifest : manifests) {
                var planned = plan.plan(manifest);
                show(manifest, planned, counts);
                if (!(planned instanceof Planned.Same)) {
                    plan.refusal(manifest, others)
                            .ifPresentOrElse(
                                    why -> refused(manifest, why, counts), () -> counts.sound(manifest, planned));
                }
            }
            if (recent > 0) {
                var trials = new HttpTrials(http);
                counts.policies.forEach(
                        (policy, isNew) -> effect(policy, trials.effect(policy, isNew, recent), counts));
            }
            terminal.line(
                    "plan: " + counts.created + " new, " + counts.changed + " changed, " + counts.same + " unchanged");
            return counts.refused ? 1 : line.has("--detailed-exitcode") && counts.any() ? CHANGES : 0;
        } catch (UncheckedIOException e) {
            throw HttpConsole.away(e);
        }
    }

    private void show(Manifest manifest, Planned planned, Counts counts) {
        switch (planned) {
            case Planned.New(var lines) -> {
                counts.created++;
                changed(manifest, "new", lines);
            }
            case Planned.Changed(var lines) -> {
                counts.changed++;
                changed(manifest, "changed", lines);
            }
            case Planned.Same(boolean secretUnknown) -> {
                counts.same++;
                terminal.line(
                        manifest.title() + ": unchanged" + (secretUnknown ? " (its secret cannot be compared)" : ""));
            }
        }
    }

    private void changed(Manifest manifest, String word, List<String> lines) {
        terminal.line(manifest.title() + ": " + word);
        lines.forEach(it -> terminal.line("  " + it));
    }

    private void refused(Manifest manifest, String why, Counts counts) {
        counts.refused = true;
        terminal.line(manifest.title() + ": would be refused: " + why);
    }

    private void effect(Manifest policy, Effect effect, Counts counts) {
        switch (effect) {
            case Effect.Tried(int events, int others, int missing, var different) -> {
                terminal.line(policy.title() + ": would decide " + different.size() + " of the latest " + events
                        + " events otherwise"
                        + (others == 0 ? "" : "; " + others + " are not decided by it")
                        + gone(missing));
                different.forEach(it -> terminal.line("  " + it));
            }
            case Effect.Fresh(int events, int missing, var outcomes) ->
                terminal.line(policy.title()
                        + ": decides nothing until a connection or an organization names it; of the"
                        + " latest " + events + " events it would make "
                        + (outcomes.isEmpty() ? "nothing" : outcomes.toString().replaceAll("[{}]", ""))
                        + gone(missing));
            case Effect.Refused(var text) -> refused(policy, text, counts);
            case Effect.NotKnown(var why) -> terminal.line(policy.title() + ": effect is not known: " + why);
        }
    }

    private static String gone(int missing) {
        return missing == 0 ? "" : "; " + missing + " are not on their topics any more";
    }

    private static int recent(String given) {
        if (!given.matches("\\d{1,3}") || Integer.parseInt(given) > 100) {
            throw new Usage("--recent wants a number from 0 to 100");
        }
        return Integer.parseInt(given);
    }

    /** What was seen so far. */
    private static final class Counts {

        /** Policies that can be tried, and whether they are new. */
        private final Map<Manifest, Boolean> policies = new LinkedHashMap<>();

        private int created;
        private int changed;
        private int same;
        private boolean refused;

        private void sound(Manifest manifest, Planned planned) {
            if (manifest.kind() == Kind.POLICY) {
                policies.put(manifest, planned instanceof Planned.New);
            }
        }

        private boolean any() {
            return created + changed > 0;
        }
    }
}
