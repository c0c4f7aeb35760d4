package dev.sundog.local.options;

import dev.sundog.local.terminal.Usage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/**
 * What was asked of {@code up} or {@code demo}.
 *
 * @param data folder for data and logs
 * @param ports where to listen
 * @param fresh forget the data of the last time
 * @param quick leave out what only measures
 */
public record StackOptions(Path data, Ports ports, boolean fresh, boolean quick) {

    public static StackOptions standard(Path data) {
        return new StackOptions(data, Ports.standard(), false, false);
    }

    /**
     * Reads a command line.
     *
     * @param home folder of the checkout, which holds the data unless told otherwise
     * @throws Usage if it cannot be understood
     */
    public static StackOptions parse(Path home, List<String> arguments) {
        var options = standard(home.resolve(".sundog"));
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.removeFirst(), rest);
        }
        return options;
    }

    private StackOptions with(String option, Deque<String> rest) {
        return switch (option) {
            case "--fresh" -> new StackOptions(data, ports, true, quick);
            case "--quick" -> new StackOptions(data, ports, fresh, true);
            case "--data" -> new StackOptions(Path.of(value(option, rest)).toAbsolutePath(), ports, fresh, quick);
            case "--ports-from" -> withPorts(Ports.from(firstOfRow(number(option, rest))));
            default -> withPorts(ports.with(port(option), number(option, rest)));
        };
    }

    public StackOptions withPorts(Ports moved) {
        return new StackOptions(data, moved, fresh, quick);
    }

    private static int firstOfRow(int first) {
        int last = 65_536 - Port.values().length;
        if (first < 1 || first > last) {
            throw new Usage("--ports-from must be 1 to " + last + ": " + first);
        }
        return first;
    }

    private static Port port(String option) {
        return Stream.of(Port.values())
                .filter(port -> port.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new Usage("unknown option '" + option + "'; see ./sundog help"));
    }

    private static int number(String option, Deque<String> rest) {
        String value = value(option, rest);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException _) {
            throw new Usage(option + " wants a number: " + value);
        }
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new Usage(option + " wants a value");
        }
        return rest.removeFirst();
    }
}
