package dev.sundog.local.options;

import dev.sundog.local.terminal.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where each part listens, always on loopback. */
public final class Ports {

    private final Map<Port, Integer> numbers;

    private Ports(Map<Port, Integer> numbers) {
        this.numbers = new EnumMap<>(numbers);
    }

    /** The ports of the documentation. */
    public static Ports standard() {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        Stream.of(Port.values()).forEach(port -> numbers.put(port, port.standard()));
        return new Ports(numbers);
    }

    /**
     * All ports in a row.
     *
     * @param first of them
     */
    public static Ports from(int first) {
        var numbers = new EnumMap<Port, Integer>(Port.class);
        int next = first;
        for (Port port : Port.values()) {
            numbers.put(port, next++);
        }
        return new Ports(numbers);
    }

    /** Ports that nobody uses at this moment. */
    public static Ports free() {
        // All are held before the first is given back, so that none is found twice.
        var held = new EnumMap<Port, ServerSocket>(Port.class);
        Stream.of(Port.values()).forEach(port -> held.put(port, bind(0)));
        var numbers = new EnumMap<Port, Integer>(Port.class);
        held.forEach((port, socket) -> numbers.put(port, socket.getLocalPort()));
        held.values().forEach(Ports::close);
        return new Ports(numbers);
    }

    public int at(Port port) {
        return numbers.getOrDefault(port, port.standard());
    }

    /**
     * The same with one port moved.
     *
     * @throws Usage if the number is none of a port
     */
    public Ports with(Port port, int number) {
        if (number < 1 || number > 65_535) {
            throw new Usage(port.option() + " must be 1 to 65535: " + number);
        }
        var moved = new EnumMap<Port, Integer>(numbers);
        moved.put(port, number);
        return new Ports(moved);
    }

    /** One sentence for each port that cannot be had, empty when the stack can start. */
    public List<String> conflicts() {
        var users = new HashMap<Integer, Port>();
        return Stream.of(Port.values())
                .flatMap(port -> conflict(port, users.putIfAbsent(at(port), port)))
                .toList();
    }

    private Stream<String> conflict(Port port, @Nullable Port other) {
        if (other != null) {
            return Stream.of("port %d is wanted by %s and by %s; move one with %s N"
                    .formatted(at(port), other.user(), port.user(), port.option()));
        }
        try {
            close(bind(at(port)));
            return Stream.empty();
        } catch (UncheckedIOException _) {
            return Stream.of("port %d is in use and %s needs it; stop what uses it or move it with %s N"
                    .formatted(at(port), port.user(), port.option()));
        }
    }

    private static ServerSocket bind(int port) {
        try {
            return new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
