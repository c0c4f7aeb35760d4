package dev.sundog.local.stack;

import dev.sundog.local.options.Ports;
import java.util.List;

/**
 * How a stack is to be.
 *
 * @param layout where things lie
 * @param ports where to listen
 * @param fresh forget the data of the last time
 * @param connector further settings of the connector, as {@code name=value}
 */
public record StackSettings(StackLayout layout, Ports ports, boolean fresh, List<String> connector) {

    public StackSettings {
        connector = List.copyOf(connector);
    }
}
