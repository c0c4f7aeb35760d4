package dev.sundog.local.apply;

import dev.sundog.local.terminal.Usage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a command was asked for: files, and options with or without a value. */
record CommandLine(List<String> files, Map<String, String> options) {

    private static final String CONSOLE = "http://127.0.0.1:8090";

    /**
     * Reads the arguments of a command.
     *
     * @throws Usage if an option is not known or lacks its value
     */
    static CommandLine read(String command, List<String> arguments, List<String> valued, List<String> plain) {
        var files = new ArrayList<String>();
        var options = new HashMap<String, String>();
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            var argument = rest.removeFirst();
            if (valued.contains(argument)) {
                options.put(argument, value(argument, rest));
            } else if (plain.contains(argument)) {
                options.put(argument, "");
            } else if (argument.startsWith("-")) {
                throw new Usage(command + " does not understand " + argument + "; see ./sundog help");
            } else {
                files.add(argument);
            }
        }
        return new CommandLine(List.copyOf(files), Map.copyOf(options));
    }

    Optional<String> option(String name) {
        return Optional.ofNullable(options.get(name));
    }

    boolean has(String name) {
        return options.containsKey(name);
    }

    /**
     * The console's address, without a slash at its end.
     *
     * @throws Usage if it is none
     */
    String console() {
        var url = option("--console").orElse(CONSOLE).replaceAll("/+$", "");
        if (!url.matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            throw new Usage("--console wants an address like " + CONSOLE + ": " + url);
        }
        return url;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty() || rest.getFirst().startsWith("--")) {
            throw new Usage(option + " wants a value");
        }
        return rest.removeFirst();
    }
}
