package dev.sundog.local.stack;

import dev.sundog.local.options.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * How a stack is to be.
 *
 * @param layout where things lie
 * @param ports where to listen
 * @param fresh forget the data of the last time
 * @param shape how many of what it has
 * @param connector further settings of the connectors, as {@code name=value}
 * @param configuration folder with the YAML files that a new console is given
 */
public record StackSettings(
        StackLayout layout, Ports ports, boolean fresh, StackShape shape, List<String> connector, Path configuration) {

    public StackSettings {
        connector = List.copyOf(connector);
    }

    /** One of each, the local configuration, the data of the last time. */
    public static StackSettings of(StackLayout layout, Ports ports) {
        return new StackSettings(
                layout,
                ports,
                false,
                StackShape.SINGLE,
                List.of(),
                layout.home().resolve("local-stack/config"));
    }

    public StackSettings fresh(boolean wanted) {
        return new StackSettings(layout, ports, wanted, shape, connector, configuration);
    }

    public StackSettings shaped(StackShape wanted) {
        return new StackSettings(layout, ports, fresh, wanted, connector, configuration);
    }

    public StackSettings connector(List<String> settings) {
        return new StackSettings(layout, ports, fresh, shape, settings, configuration);
    }

    public StackSettings configured(Path folder) {
        return new StackSettings(layout, ports, fresh, shape, connector, folder);
    }

    /** Files of the configuration, in the order of their names. */
    List<Path> configurationFiles() {
        try (Stream<Path> files = Files.list(configuration)) {
            return files.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What clients are told: every broker. */
    String bootstrapServers() {
        return String.join(
                ",",
                shape.seats().stream()
                        .map(seat -> "127.0.0.1:" + ports.at(seat.port()))
                        .toList());
    }
}
