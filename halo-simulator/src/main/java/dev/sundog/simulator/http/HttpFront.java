package dev.sundog.simulator.http;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/**
 * The server: turns each request into a {@link Call} and sends the {@link Answer}, or cuts the connection. It is the one
 * of the JDK, with a virtual thread for each request.
 */
public final class HttpFront implements AutoCloseable {

    private static final System.Logger LOGGER = System.getLogger(HttpFront.class.getName());
    private static final int BACKLOG = 1024;
    private static final int GRACE_SECONDS = 1;

    static {
        // The server reads them once, when the first one is made. Without the first, an answer in two packets waits for
        // the caller's acknowledgement; with the usual 200, a busy server closes connections that callers want to keep.
        setUnlessSet("sun.net.httpserver.nodelay", "true");
        setUnlessSet("sun.net.httpserver.maxIdleConnections", "10000");
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("halo-", 0).factory());
    private final Function<Call, Answer> halo;

    private HttpFront(String host, int port, Function<Call, Answer> halo) {
        this.halo = halo;
        try {
            this.server = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot listen on " + host + ":" + port + ": " + e.getMessage(), e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
    }

    /**
     * Listens at once; port 0 takes a free one.
     *
     * @throws UncheckedIOException if the port is taken
     */
    public static HttpFront start(String host, int port, Function<Call, Answer> halo) {
        HttpFront front = new HttpFront(host, port, halo);
        front.server.start();
        return front;
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** Takes no more requests, gives those under way a second, and closes every connection. */
    @Override
    public void close() {
        server.stop(GRACE_SECONDS);
        threads.shutdown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        // Closing it unanswered cuts the connection.
        try (exchange) {
            Answer answer = answer(exchange);
            if (answer.status() != Answer.DROPPED) {
                send(answer, exchange);
            }
        }
    }

    private Answer answer(HttpExchange exchange) {
        try {
            Optional<byte[]> body = HttpBody.read(exchange);
            return body.isPresent() ? halo.apply(HttpCall.of(exchange, body.get())) : HttpBody.tooLarge();
        } catch (IOException _) {
            // The body ended early or its chunks make no sense; the connection cannot go on.
            return Answer.empty(400).with("connection", "close");
        } catch (RuntimeException e) {
            LOGGER.log(System.Logger.Level.ERROR, "the simulator has a fault of its own", e);
            return Answer.json(500, "An error has occurred.");
        }
    }

    private static void send(Answer answer, HttpExchange exchange) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        answer.headers().forEach(headers::set);
        byte[] body = HttpBody.write(answer);
        if (answer.body() != null) {
            headers.set("content-type", answer.mediaType() == null ? Answer.JSON : answer.mediaType());
        }
        boolean silent = exchange.getRequestMethod().equals("HEAD") || answer.status() == 204 || answer.status() == 304;
        exchange.sendResponseHeaders(answer.status(), silent || body.length == 0 ? -1 : body.length);
        if (!silent && answer.drip().isZero()) {
            exchange.getResponseBody().write(body);
        } else if (!silent) {
            HttpDrip.send(body, answer.drip(), exchange.getResponseBody());
        }
    }

    private static void setUnlessSet(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }
}
