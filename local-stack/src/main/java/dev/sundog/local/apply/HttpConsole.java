package dev.sundog.local.apply;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import dev.sundog.local.terminal.CommandFailure;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The console's REST API for configuration. */
public final class HttpConsole implements ConsoleApi {

    /** The console's word for an object that is not there; any other server has another. */
    private static final String UNKNOWN = "urn:sundog:problem:unknown";

    /** Fields by which a document points at another. */
    private static final Map<String, Kind> POINTERS =
            Map.of("/policyId", Kind.POLICY, "/connectionId", Kind.CONNECTION, "/parentId", Kind.ORGANIZATION);

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

    /** Why nothing came of it: nobody answers at the console's address. */
    static CommandFailure away(UncheckedIOException e) {
        return new CommandFailure(
                "the console does not answer: " + e.getMessage()
                        + "; ./sundog up starts one, --console URL names another",
                e);
    }

    @Override
    public Optional<Stored> find(Manifest manifest) {
        HttpReply reply = http.get(manifest.path());
        if (reply.status() == 404) {
            if (!reply.body().path("type").asString("").equals(UNKNOWN)) {
                throw new CommandFailure("whoever answers at the console's address does not know "
                        + manifest.kind().collection() + " (" + reply.summary() + "); --console URL names the console");
            }
            return Optional.empty();
        }
        if (!reply.ok()) {
            throw new CommandFailure("the console does not show " + manifest.title() + ": " + reply.summary());
        }
        return Optional.of(new Stored(reply.body(), reply.etag().orElse("")));
    }

    @Override
    public Optional<String> check(Manifest manifest, Set<Manifest> besides) {
        HttpReply reply =
                http.post(manifest.path() + ":check", manifest.fields().toString(), Map.of());
        if (reply.ok()) {
            return Optional.empty();
        }
        var errors = reply.body().path("errors");
        boolean comesToo = !errors.isEmpty()
                && Stream.iterate(0, i -> i < errors.size(), i -> i + 1)
                        .allMatch(i ->
                                pointsAt(manifest, errors.get(i).path("pointer").asString(""), besides));
        return comesToo ? Optional.empty() : Optional.of(problem(manifest, reply));
    }

    private static boolean pointsAt(Manifest manifest, String pointer, Set<Manifest> besides) {
        var kind = Optional.ofNullable(POINTERS.get(pointer));
        var id = manifest.fields().at(pointer).asString("");
        return kind.isPresent()
                && besides.stream()
                        .anyMatch(it -> it.kind() == kind.get() && it.id().equals(id));
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
