package dev.sundog.local.stack;

import dev.sundog.local.options.Port;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How many of what a stack has.
 *
 * @param brokers 1, or 3 for a cluster that loses any one of them without losing a record
 * @param connectors 1 or 2
 */
public record StackShape(int brokers, int connectors) {

    /** As small as it goes. */
    public static final StackShape SINGLE = new StackShape(1, 1);

    /** Whatever is lost, another goes on. */
    public static final StackShape CLUSTER = new StackShape(3, 2);

    public StackShape {
        if (brokers != 1 && brokers != 3) {
            throw new IllegalArgumentException("1 or 3 brokers: " + brokers);
        }
        if (connectors != 1 && connectors != 2) {
            throw new IllegalArgumentException("1 or 2 connectors: " + connectors);
        }
    }

    /** Names of our services in it, in the order of the flow. */
    public List<String> services() {
        return connectors == 1
                ? List.of(Service.GATEWAY, Service.ROUTING, Service.CONNECTOR, Service.CONSOLE)
                : List.of(Service.GATEWAY, Service.ROUTING, Service.CONNECTOR, Service.CONNECTOR_2, Service.CONSOLE);
    }

    /** Names of its brokers. */
    public List<String> brokerNames() {
        return seats().stream().map(BrokerSeat::name).toList();
    }

    List<BrokerSeat> seats() {
        return IntStream.rangeClosed(1, brokers)
                .mapToObj(number -> BrokerSeat.of(number, brokers))
                .toList();
    }

    Set<Port> ports() {
        var ports = EnumSet.copyOf(Port.ofEveryStack());
        seats().forEach(seat -> {
            ports.add(seat.port());
            ports.add(seat.controller());
        });
        if (connectors == 2) {
            ports.add(Port.CONNECTOR_2);
        }
        return ports;
    }
}
