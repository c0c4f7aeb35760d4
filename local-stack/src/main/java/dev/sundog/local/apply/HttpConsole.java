package dev.sundog.local.apply;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import dev.sundog.local.terminal.CommandFailure;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The console's REST API for configuration. */
public final class HttpConsole implements ConsoleApi {

    private final HttpJson http;

    /**
     * Speaks with a console.
     *
     * @param url its address, without a slash at its end
     * @param token its access token; empty where it wants none
     */
    public HttpConsole(String url, String token) {
        this(http(url, token));
    }

    HttpConsole(HttpJson http) {
        this.http = http;
    }

    static HttpJson http(String url, String token) {
        return new HttpJson(url, token.isEmpty() ? Map.of() : Map.of("Authorization", "Bearer " + token));
    }

    @Override
    public Optional<Stored> find(Manifest manifest) {
        HttpReply reply = http.get(manifest.path());
        if (reply.status() == 404) {
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw new CommandFailure("the console does not show " + manifest.title() + ": " + reply.summary());
        }
        return Optional.of(new Stored(reply.body(), reply.etag().orElse("")));
    }

    @Override
    public Optional<String> create(Manifest manifest) {
        return write(manifest, Map.of("If-None-Match", "*"));
    }

    @Override
    public Optional<String> replace(Manifest manifest, String etag) {
        return write(manifest, Map.of("If-Match", etag));
    }

    private Optional<String> write(Manifest manifest, Map<String, String> condition) {
        HttpReply reply = http.put(manifest.path(), manifest.fields(), condition);
        return reply.ok() ? Optional.empty() : Optional.of(problem(manifest, reply));
    }

    /** A line for each error: file, document, pointer, why. */
    static String problem(Manifest manifest, HttpReply reply) {
        JsonNode errors = reply.body().path("errors");
        if (errors.isEmpty()) {
            String detail = reply.body().path("detail").asString("");
            return manifest.place() + ": " + (detail.isEmpty() ? reply.summary() : detail);
        }
        return Stream.iterate(0, i -> i < errors.size(), i -> i + 1)
                .map(errors::get)
                .map(error -> manifest.place() + ": " + error.path("pointer").asString("") + ": "
                        + error.path("detail").asString(""))
                .collect(Collectors.joining("\n"));
    }
}
