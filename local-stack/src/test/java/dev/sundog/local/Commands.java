package dev.sundog.local;

import dev.sundog.local.apply.ApplyCommand;
import dev.sundog.local.apply.ExportCommand;
import dev.sundog.local.apply.PlanCommand;
import dev.sundog.local.example.TestCommand;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The commands of configuration as code, given to one stack as a person gives them. */
final class Commands {

    private final Stack stack;
    private final Map<String, String> environment;

    Commands(Stack stack) {
        this.stack = stack;
        this.environment = Map.of("SUNDOG_SIMULATOR_URL", stack.simulatorUrl());
    }

    /**
     * What a command came to.
     *
     * @param lines what it said
     */
    record Said(int code, List<String> lines) {

        Said {
            lines = List.copyOf(lines);
        }
    }

    /**
     * Gives a command that a page prints.
     *
     * @param words {@code ./sundog}, its name, a file
     * @param folder where the file is
     */
    Said give(List<String> words, Path folder) {
        var file = folder.resolve(words.get(2)).toString();
        return switch (words.get(1)) {
            case "apply" -> apply(file);
            case "plan" -> plan(file);
            case "export" -> export(file);
            case "test" -> test(file);
            default -> throw new IllegalArgumentException("not about files: " + words);
        };
    }

    Said apply(String... arguments) {
        return run((terminal, with) -> new ApplyCommand(terminal, environment).run(with), console(arguments));
    }

    Said plan(String... arguments) {
        return run((terminal, with) -> new PlanCommand(terminal, environment).run(with), console(arguments));
    }

    Said export(String... arguments) {
        return run((terminal, with) -> new ExportCommand(terminal, Map.of()).run(with), console(arguments));
    }

    Said test(String... arguments) {
        return run((terminal, with) -> new TestCommand(terminal, Map.of()).run(with), List.of(arguments));
    }

    private List<String> console(String... arguments) {
        return Stream.concat(Stream.of("--console", stack.consoleUrl()), Stream.of(arguments))
                .toList();
    }

    private static Said run(BiFunction<Terminal, List<String>, Integer> command, List<String> arguments) {
        var out = new ByteArrayOutputStream();
        var printer = new PrintStream(out, true, StandardCharsets.UTF_8);
        int code = command.apply(new Terminal(printer, printer), arguments);
        return new Said(code, out.toString(StandardCharsets.UTF_8).lines().toList());
    }
}
