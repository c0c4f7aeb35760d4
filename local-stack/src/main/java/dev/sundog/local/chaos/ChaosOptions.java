package dev.sundog.local.chaos;

import dev.sundog.local.options.Ports;
import dev.sundog.local.terminal.Usage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What was asked of {@code chaos}.
 *
 * @param length of the load, faults included; starting, draining and checking come on top
 * @param seed of plan and script; drawn where none was given
 * @param data folder for the runs; each has its own below it
 * @param ports where to listen; free ones where none were given
 * @param isolation measure how far sick connections slow healthy ones, instead of striking processes
 */
public record ChaosOptions(Duration length, Optional<Long> seed, Path data, Optional<Ports> ports, boolean isolation) {

    private static final int MOST_MINUTES = 24 * 60;

    /**
     * Reads a command line.
     *
     * @throws Usage if it cannot be understood
     */
    public static ChaosOptions parse(Path home, List<String> arguments) {
        var options = standard(home.resolve(".sundog/chaos"));
        var rest = new ArrayDeque<>(arguments);
        while (!rest.isEmpty()) {
            options = options.with(rest.removeFirst(), rest);
        }
        return options;
    }

    /** Three minutes of faults, any seed. */
    public static ChaosOptions standard(Path data) {
        return new ChaosOptions(Duration.ofMinutes(3), Optional.empty(), data, Optional.empty(), false);
    }

    private ChaosOptions with(String option, Deque<String> rest) {
        return switch (option) {
            case "--minutes" -> lasting(Duration.ofMinutes(number(option, rest, 1, MOST_MINUTES)));
            case "--seed" -> seeded(number(option, rest, Long.MIN_VALUE, Long.MAX_VALUE));
            case "--data" ->
                new ChaosOptions(length, seed, Path.of(value(option, rest)).toAbsolutePath(), ports, isolation);
            case "--ports-from" -> {
                int first = Math.toIntExact(number(option, rest, 1, 65_000));
                yield new ChaosOptions(length, seed, data, Optional.of(Ports.from(first)), isolation);
            }
            case "--isolation" -> new ChaosOptions(length, seed, data, ports, true);
            default -> throw new Usage("unknown option '" + option + "'; see ./sundog help");
        };
    }

    public ChaosOptions lasting(Duration wanted) {
        return new ChaosOptions(wanted, seed, data, ports, isolation);
    }

    public ChaosOptions seeded(long wanted) {
        return new ChaosOptions(length, Optional.of(wanted), data, ports, isolation);
    }

    private static long number(String option, Deque<String> rest, long least, long most) {
        String value = value(option, rest);
        try {
            long number = Long.parseLong(value);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException _) {
            // told below
        }
        throw new Usage("%s wants a number from %d to %d: %s".formatted(option, least, most, value));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new Usage(option + " wants a value");
        }
        return rest.removeFirst();
    }
}
