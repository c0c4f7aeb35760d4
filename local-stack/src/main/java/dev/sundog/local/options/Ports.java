package dev.sundog.local.options;

import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Usage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where each part listens, always on loopback. */
public final class Ports {

    /** Linux gives outgoing connections ports from 32768 on, unless told otherwise. */
    private static final int FIRST_OUTGOING = 32_768;

    private static final int FIRST_RESTARTABLE = 12_000;
    private static final int ROW = 32;

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

    /**
     * Free ports in a row, none of which systems give to outgoing connections: a port stays free while its owner is dead.
     *
     * @throws CommandFailure if there is no such row
     */
    public static Ports restartable() {
        int rows = (FIRST_OUTGOING - FIRST_RESTARTABLE) / ROW;
        int begin = (int) (ProcessHandle.current().pid() % rows);
        return IntStream.range(0, rows)
                .mapToObj(i -> from(FIRST_RESTARTABLE + (begin + i) % rows * ROW))
                .filter(ports -> ports.conflicts(EnumSet.allOf(Port.class)).isEmpty())
                .findFirst()
                .orElseThrow(() -> new CommandFailure("no %d free ports in a row between %d and %d"
                        .formatted(ROW, FIRST_RESTARTABLE, FIRST_OUTGOING)));
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

    /** One sentence for each of the wanted ports that cannot be had, empty when the stack can start. */
    public List<String> conflicts(Set<Port> wanted) {
        var users = new HashMap<Integer, Port>();
        return wanted.stream()
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
