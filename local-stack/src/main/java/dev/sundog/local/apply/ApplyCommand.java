package dev.sundog.local.apply;

import dev.sundog.local.apply.ApplyOutcome.Refused;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code sundog apply FILE…}: says of each object what became of it. */
public final class ApplyCommand {

    private final Terminal terminal;
    private final Map<String, String> environment;

    public ApplyCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    /** Returns the exit code: 1 when anything was refused. Nothing is written when a file cannot be read. */
    public int run(List<String> arguments) {
        var line = CommandLine.read("apply", arguments, List.of("--console"), List.of("--write-secrets"));
        if (line.files().isEmpty()) {
            throw new Usage("apply wants at least one file");
        }
        var token = environment.getOrDefault("SUNDOG_CONSOLE_TOKEN", "");
        var apply = new Apply(new HttpConsole(line.console(), token), line.has("--write-secrets"));
        return apply(line.files(), apply);
    }

    private int apply(List<String> files, Apply apply) {
        var reader = new YamlManifests(name -> Optional.ofNullable(environment.get(name)));
        var manifests = new ManifestFiles(reader).read(files);
        int code = 0;
        try {
            for (Manifest manifest : manifests) {
                ApplyOutcome outcome = apply.apply(manifest);
                terminal.line(manifest.title() + " " + outcome.word());
                code = outcome instanceof Refused ? 1 : code;
            }
        } catch (UncheckedIOException e) {
            throw HttpConsole.away(e);
        }
        return code;
    }
}
