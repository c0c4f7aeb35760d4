package dev.sundog.local.apply;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** A console that answers what it was told to, by method and path. */
final class FakeConsoleServer implements AutoCloseable {

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, String> bodies = new ConcurrentHashMap<>();
    private final HttpServer server;

    FakeConsoleServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/", this::answer);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Answers a request with JSON in which quotes may be written as apostrophes; others get 404, checks find nothing wrong. */
    void answers(String methodAndPath, String json) {
        answers.put(methodAndPath, json.replace('\'', '"'));
    }

    /** What was sent there last. */
    String body(String methodAndPath) {
        return bodies.getOrDefault(methodAndPath, "");
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var asked = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        bodies.put(asked, new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        var answer = asked.endsWith(":check") ? answers.getOrDefault(asked, "{}") : answers.get(asked);
        var bytes = (answer == null ? "{\"type\":\"urn:sundog:problem:unknown\"}" : answer)
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("ETag", "\"3\"");
        exchange.sendResponseHeaders(answer == null ? 404 : answer.contains("\"errors\"") ? 400 : 200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
