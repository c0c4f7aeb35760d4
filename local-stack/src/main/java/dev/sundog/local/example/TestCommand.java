package dev.sundog.local.example;

import dev.sundog.local.apply.YamlManifests;
import dev.sundog.local.example.ExampleRun.Result;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code sundog test FILE…}: runs the examples that policies carry. Needs nothing that runs. */
public final class TestCommand {

    private final Terminal terminal;
    private final Map<String, String> environment;

    public TestCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    /** Returns the exit code: 1 when an example does not hold. */
    public int run(List<String> arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("--")) {
                throw new Usage("test does not understand " + argument + "; see ./sundog help");
            }
        }
        if (arguments.isEmpty()) {
            throw new Usage("test wants at least one file");
        }
        var reader = new YamlManifests(name -> Optional.ofNullable(environment.get(name)));
        var results = new ExampleRun(arguments.stream()
                        .flatMap(file -> reader.read(Path.of(file)).stream())
                        .toList())
                .run();
        results.forEach(this::show);
        long good = results.stream().filter(it -> it.faults().isEmpty()).count();
        terminal.line(results.isEmpty() ? "no examples" : good + " of " + results.size() + " examples hold");
        return good == results.size() ? 0 : 1;
    }

    private void show(Result result) {
        var word = result.faults().isEmpty() ? "ok    " : "FAIL  ";
        terminal.line(word + result.policy().title() + ": " + result.example());
        result.faults().forEach(fault -> terminal.line("        " + fault));
    }
}
