package dev.sundog.simulator.http;

import dev.sundog.simulator.control.FaultGate;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Body;
import dev.sundog.simulator.exchange.Call;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.webserver.CloseConnectionException;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** The server: turns each request into a {@link Call} and sends the {@link Answer}, or cuts the connection. */
public final class HttpFront implements AutoCloseable {

    private static final long LARGEST_BODY = 32L * 1024 * 1024;

    /** So many parts has a body that comes slowly. */
    private static final int DROPS = 40;

    private final WebServer server;
    private final Function<Call, Answer> tenant;

    private HttpFront(String host, int port, Function<Call, Answer> tenant) {
        this.tenant = tenant;
        this.server = WebServer.builder()
                .host(host)
                .port(port)
                .shutdownHook(false)
                .shutdownGracePeriod(Duration.ofMillis(1))
                .maxPayloadSize(LARGEST_BODY)
                .routing(routes -> routes.any(this::handle))
                .build();
    }

    /** Listens at once; port 0 takes a free one. */
    public static HttpFront start(String host, int port, Function<Call, Answer> tenant) {
        HttpFront front = new HttpFront(host, port, tenant);
        front.server.start();
        return front;
    }

    public int port() {
        return server.port();
    }

    @Override
    public void close() {
        server.stop();
    }

    private void handle(ServerRequest request, ServerResponse response) {
        Answer answer = tenant.apply(call(request));
        if (answer.status() == Answer.DROPPED) {
            throw new CloseConnectionException("cut on demand");
        }
        boolean last = request.headers().contains(HeaderValues.CONNECTION_CLOSE);
        if (last) {
            response.header(HeaderValues.CONNECTION_CLOSE);
        }
        send(answer, response);
        if (last) {
            // The library says so to the caller, and waits for the next request all the same.
            throw new CloseConnectionException("closed as the caller wished");
        }
    }

    private static void send(Answer answer, ServerResponse response) {
        response.status(answer.status());
        answer.headers().forEach(response::header);
        Object body = answer.body();
        if (body == null) {
            response.send();
            return;
        }
        String mediaType = answer.mediaType() == null ? Answer.JSON : answer.mediaType();
        response.header(HeaderNames.CONTENT_TYPE, mediaType);
        byte[] bytes = mediaType.equals(Answer.JSON)
                ? HttpJson.write(body)
                : body.toString().getBytes(StandardCharsets.UTF_8);
        if (answer.drip().isZero()) {
            response.send(bytes);
        } else {
            drip(response, bytes, answer.drip());
        }
    }

    private static void drip(ServerResponse response, byte[] bytes, Duration length) {
        response.contentLength(bytes.length);
        long start = System.nanoTime();
        try (OutputStream out = response.outputStream()) {
            int sent = 0;
            for (int drop = 1; drop <= DROPS; drop++) {
                FaultGate.pause(length.multipliedBy(drop).dividedBy(DROPS).minusNanos(System.nanoTime() - start));
                int next = (int) ((long) bytes.length * drop / DROPS);
                out.write(bytes, sent, next - sent);
                out.flush();
                sent = next;
            }
        } catch (IOException | UncheckedIOException _) {
            throw new CloseConnectionException("the caller did not wait");
        }
    }

    private static Call call(ServerRequest request) {
        Map<String, String> headers = new HashMap<>();
        for (Header header : request.headers()) {
            headers.put(header.name().toLowerCase(Locale.ROOT), header.get());
        }
        return new Call(
                request.prologue().method().text(),
                request.path().path(),
                pairs(request.query().rawValue()),
                headers,
                body(request, headers.getOrDefault("content-type", "")),
                (request.isSecure() ? "https://" : "http://") + headers.getOrDefault("host", "localhost"));
    }

    private static Body body(ServerRequest request, String contentType) {
        byte[] bytes = request.content().hasEntity() ? request.content().as(byte[].class) : new byte[0];
        String mediaType = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
        if (bytes.length == 0) {
            return new Body.None();
        }
        if (mediaType.equals("application/x-www-form-urlencoded")) {
            return new Body.Form(pairs(new String(bytes, StandardCharsets.UTF_8)));
        }
        if (!mediaType.matches("application/json|text/json|application/json-patch\\+json|application/[^/]+\\+json")) {
            return new Body.Foreign(mediaType);
        }
        try {
            return new Body.Json(HttpJson.read(bytes));
        } catch (IllegalArgumentException e) {
            return new Body.Unreadable(String.valueOf(e.getMessage()));
        }
    }

    private static Map<String, String> pairs(String encoded) {
        Map<String, String> pairs = new HashMap<>();
        for (String pair : encoded.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (!pair.isEmpty()) {
                String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
                pairs.put(name.toLowerCase(Locale.ROOT), equals < 0 ? "" : decoded(pair.substring(equals + 1)));
            }
        }
        return pairs;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return text;
        }
    }
}
