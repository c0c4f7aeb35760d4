package dev.sundog.local.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON over HTTP with the services of one base address. Each exchange ends within 30 seconds. Safe from any thread. */
public final class HttpJson {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(3))
            .build();
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private final String base;
    private final Map<String, String> headers;

    /**
     * Speaks with one service.
     *
     * @param base address before every path, without a slash at its end
     * @param headers sent with every request
     */
    public HttpJson(String base, Map<String, String> headers) {
        this.base = base;
        this.headers = Map.copyOf(headers);
    }

    /** The same server below a path, with these headers instead. */
    public HttpJson below(String path, Map<String, String> others) {
        return new HttpJson(base + path, others);
    }

    public HttpReply get(String path) {
        return send("GET", path, "", Map.of());
    }

    public HttpReply put(String path, JsonNode body, Map<String, String> extra) {
        return send("PUT", path, body.toString(), extra);
    }

    /**
     * Posts a body as it is.
     *
     * @param body JSON, or a form where the extra headers say so
     * @throws UncheckedIOException if nobody answers
     */
    public HttpReply post(String path, String body, Map<String, String> extra) {
        return send("POST", path, body, extra);
    }

    /**
     * One exchange of any method.
     *
     * @throws UncheckedIOException if nobody answers
     */
    public HttpReply send(String method, String path, String body, Map<String, String> extra) {
        return reply(exchange(method, path, body, extra));
    }

    /** What an address answers as it stands; empty when it does not answer with a 2xx. */
    public Optional<String> text(String path) {
        try {
            var response = exchange("GET", path, "", Map.of("Accept", "text/plain, */*;q=0.5"));
            return Optional.of(response).filter(HttpJson::isOk).map(HttpResponse::body);
        } catch (UncheckedIOException _) {
            return Optional.empty();
        }
    }

    private HttpResponse<String> exchange(String method, String path, String body, Map<String, String> extra) {
        var request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(30))
                .header("Accept", "application/json, application/problem+json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        extra.forEach(request::setHeader);
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            String why = e instanceof ConnectException ? "nobody listens there" : String.valueOf(e.getMessage());
            throw new UncheckedIOException(method + " " + base + path + ": " + why, e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException(method + " " + path));
        }
    }

    /** True when the address answers with a 2xx at this moment. */
    public boolean answers(String path) {
        try {
            return get(path).ok();
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    private static boolean isOk(HttpResponse<String> response) {
        return response.statusCode() / 100 == 2;
    }

    private static HttpReply reply(HttpResponse<String> response) {
        return new HttpReply(
                response.statusCode(),
                parse(response.body()),
                response.headers().firstValue("ETag"));
    }

    private static JsonNode parse(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : MAPPER.readTree(body);
        } catch (JacksonException _) {
            return MissingNode.getInstance();
        }
    }
}
