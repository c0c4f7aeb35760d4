package dev.sundog.gateway.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A port that takes connections and says nothing, until it is told to relay them to a real one. */
final class BlackHole implements AutoCloseable {

    private final ServerSocket server;
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private volatile @Nullable String target;

    BlackHole() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /** From now on connections get through; those that got no answer so far are cut. */
    void relayTo(String hostAndPort) {
        target = hostAndPort;
        open.forEach(BlackHole::cut);
    }

    @Override
    public void close() throws IOException {
        server.close();
        open.forEach(BlackHole::cut);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                open.add(socket);
                var to = target;
                if (to != null) {
                    var real = new Socket(to.split(":")[0], Integer.parseInt(to.split(":")[1]));
                    open.add(real);
                    Thread.ofVirtual().start(() -> copy(socket, real));
                    Thread.ofVirtual().start(() -> copy(real, socket));
                }
            } catch (IOException e) {
                // closed, or a client that went away
            }
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            cut(from);
        }
        cut(to);
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
