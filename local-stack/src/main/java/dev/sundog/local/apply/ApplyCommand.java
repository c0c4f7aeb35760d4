package dev.sundog.local.apply;

import dev.sundog.local.apply.ApplyOutcome.Refused;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
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
        String console = "http://127.0.0.1:8090";
        boolean writeSecrets = false;
        var files = new ArrayList<Path>();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            String argument = rest.removeFirst();
            if (argument.equals("--console") && !rest.isEmpty()) {
                console = rest.removeFirst().replaceAll("/+$", "");
            } else if (argument.equals("--write-secrets")) {
                writeSecrets = true;
            } else if (argument.startsWith("--")) {
                throw new Usage("apply does not understand " + argument + "; see ./sundog help");
            } else {
                files.add(Path.of(argument));
            }
        }
        if (files.isEmpty()) {
            throw new Usage("apply wants at least one file");
        }
        String token = environment.getOrDefault("SUNDOG_CONSOLE_TOKEN", "");
        return apply(files, new Apply(new HttpConsole(console, token), writeSecrets));
    }

    private int apply(List<Path> files, Apply apply) {
        var reader = new YamlManifests(name -> Optional.ofNullable(environment.get(name)));
        var manifests =
                files.stream().flatMap(file -> reader.read(file).stream()).toList();
        int code = 0;
        try {
            for (Manifest manifest : manifests) {
                ApplyOutcome outcome = apply.apply(manifest);
                terminal.line(manifest.title() + " " + outcome.word());
                code = outcome instanceof Refused ? 1 : code;
            }
        } catch (UncheckedIOException e) {
            throw new CommandFailure("the console does not answer: " + e.getMessage(), e);
        }
        return code;
    }
}
