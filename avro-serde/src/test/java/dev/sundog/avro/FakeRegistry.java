package dev.sundog.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** A registry that answers what a test tells it to, and remembers what it was asked. */
final class FakeRegistry implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final CountDownLatch stalled = new CountDownLatch(1);
    private volatile Answer otherwise =
            new Answer(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}", false);

    private record Answer(int status, String body, boolean stalls) {}

    /** What it was asked. */
    record Request(String method, String path, String authorization, String body) {}

    private FakeRegistry(int port) {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::handle);
        server.setExecutor(task -> Thread.ofVirtual().start(task));
        server.start();
    }

    static FakeRegistry start() {
        return new FakeRegistry(0);
    }

    static FakeRegistry startOn(int port) {
        return new FakeRegistry(port);
    }

    FakeRegistry answer(String path, int status, String body) {
        answers.put(path, new Answer(status, body, false));
        return this;
    }

    FakeRegistry answerAll(int status, String body) {
        otherwise = new Answer(status, body, false);
        return this;
    }

    /** Sends the head of an answer and then nothing. */
    FakeRegistry stall() {
        otherwise = new Answer(200, "{\"schema\":", true);
        return this;
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port();
    }

    List<Request> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        stalled.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().toString();
            requests.add(new Request(
                    exchange.getRequestMethod(),
                    path,
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
            Answer answer = answers.getOrDefault(path, otherwise);
            byte[] body = answer.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(answer.status(), answer.stalls() ? body.length + 10 : body.length);
            exchange.getResponseBody().write(body);
            exchange.getResponseBody().flush();
            if (answer.stalls()) {
                stalled.await();
            }
        } catch (InterruptedException interruption) {
            Thread.currentThread().interrupt();
        }
    }
}
