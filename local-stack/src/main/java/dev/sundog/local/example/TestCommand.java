package dev.sundog.local.example;

import dev.sundog.local.apply.ManifestFiles;
import dev.sundog.local.apply.YamlManifests;
import dev.sundog.local.example.ExampleRun.Result;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import dev.sundog.local.terminal.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code sundog test FILE…}: runs the examples that policies carry. Needs nothing that runs. */
public final class TestCommand {

    private final Terminal terminal;
    private final Map<String, String> environment;

    public TestCommand(Terminal terminal, Map<String, String> environment) {
        this.terminal = terminal;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Returns the exit code: 1 when an example does not hold.
     *
     * @throws CommandFailure if a document is wrong
     */
    public int run(List<String> arguments) {
        for (String argument : arguments) {
            if (argument.startsWith("-")) {
                throw new Usage("test does not understand " + argument + "; see ./sundog help");
            }
        }
        if (arguments.isEmpty()) {
            throw new Usage("test wants at least one file");
        }
        var unset = new TreeSet<String>();
        try {
            var results = new ExampleRun(new ManifestFiles(reader(unset)).read(arguments)).run();
            return ended(results, unset);
        } catch (CommandFailure e) {
            throw unset.isEmpty() ? e : new CommandFailure(e.getMessage() + "\n" + named(unset), e);
        }
    }

    /** An example needs no secrets: what has no value stands for itself, and is named where something is wrong. */
    private YamlManifests reader(Set<String> unset) {
        return new YamlManifests(name -> Optional.ofNullable(environment.get(name)), (name, place) -> {
            unset.add(name + " (" + place + ")");
            return "${" + name + "}";
        });
    }

    private int ended(List<Result> results, Set<String> unset) {
        results.forEach(this::show);
        long good = results.stream().filter(it -> it.faults().isEmpty()).count();
        if (good < results.size() && !unset.isEmpty()) {
            terminal.line(named(unset));
        }
        terminal.line(results.isEmpty() ? "no examples" : good + " of " + results.size() + " examples hold");
        return good == results.size() ? 0 : 1;
    }

    private static String named(Set<String> unset) {
        return "variables that are not set, each standing for itself: " + String.join(", ", unset);
    }

    private void show(Result result) {
        var word = result.faults().isEmpty() ? "ok    " : "FAIL  ";
        terminal.line(word + result.policy().title() + ": " + result.example());
        result.faults().forEach(fault -> terminal.line("        " + fault));
    }
}
