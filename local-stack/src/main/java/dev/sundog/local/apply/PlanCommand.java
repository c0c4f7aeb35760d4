package dev.sundog.local.apply;

import dev.sundog.local.apply.Plan.Planned;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
        var manifests = line.files().stream()
                .flatMap(file -> reader.read(Path.of(file)).stream())
                .toList();
        try {
            var counts = new Counts();
            var plan = new Plan(new HttpConsole(http));
            manifests.forEach(manifest -> show(manifest, plan.plan(manifest), counts));
            if (recent > 0) {
                var trials = new HttpTrials(http);
                counts.policies.forEach(policy -> effect(policy, trials.effect(policy, recent), counts));
            }
            terminal.line(
                    "plan: " + counts.created + " new, " + counts.changed + " changed, " + counts.same + " unchanged");
            return counts.refused ? 1 : line.has("--detailed-exitcode") && counts.any() ? CHANGES : 0;
        } catch (UncheckedIOException e) {
            throw new CommandFailure("the console does not answer: " + e.getMessage(), e);
        }
    }

    private void show(Manifest manifest, Planned planned, Counts counts) {
        switch (planned) {
            case Planned.New(var lines) -> {
                counts.created++;
                changed(manifest, "new", lines, counts);
            }
            case Planned.Changed(var lines) -> {
                counts.changed++;
                changed(manifest, "changed", lines, counts);
            }
            case Planned.Same(boolean secretUnknown) -> {
                counts.same++;
                terminal.line(
                        manifest.title() + ": unchanged" + (secretUnknown ? " (its secret cannot be compared)" : ""));
            }
        }
    }

    private void changed(Manifest manifest, String word, List<String> lines, Counts counts) {
        terminal.line(manifest.title() + ": " + word);
        lines.forEach(it -> terminal.line("  " + it));
        if (manifest.kind() == Kind.POLICY) {
            counts.policies.add(manifest);
        }
    }

    private void effect(Manifest policy, Effect effect, Counts counts) {
        switch (effect) {
            case Effect.Tried(int events, int missing, var different) -> {
                terminal.line(policy.title() + ": of the latest " + events + " events " + different.size()
                        + " would be decided otherwise"
                        + (missing == 0 ? "" : ", " + missing + " are not on their topics any more"));
                different.forEach(it -> terminal.line("  " + it));
            }
            case Effect.Refused(var text) -> {
                counts.refused = true;
                terminal.line(policy.title() + ": would be refused: " + text);
            }
            case Effect.NotKnown(var why) -> terminal.line(policy.title() + ": effect is not known: " + why);
        }
    }

    private static int recent(String given) {
        if (!given.matches("\\d{1,3}") || Integer.parseInt(given) > 100) {
            throw new Usage("--recent wants a number from 0 to 100");
        }
        return Integer.parseInt(given);
    }

    /** What was seen so far. */
    private static final class Counts {

        private final List<Manifest> policies = new java.util.ArrayList<>();
        private int created;
        private int changed;
        private int same;
        private boolean refused;

        private boolean any() {
            return created + changed > 0;
        }
    }
}
