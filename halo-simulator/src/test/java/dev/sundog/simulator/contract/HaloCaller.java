package dev.sundog.simulator.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;

/** Speaks to a Halo with nothing but HTTP. */
public final class HaloCaller {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final HaloUnderTest halo;
    private String token = "";
    private String tokenQuery = "";
    private Optional<WriteGuard> guard = Optional.empty();

    public HaloCaller(HaloUnderTest halo) {
        this.halo = halo;
    }

    public HaloUnderTest halo() {
        return halo;
    }

    /** Asks before each write. */
    HaloCaller guardedBy(WriteGuard wanted) {
        guard = Optional.of(wanted);
        return this;
    }

    /** Names the tenant in token requests, as hosted tenants want it; empty names none. */
    HaloCaller withTenant(String tenant) {
        tokenQuery = tenant.isEmpty() ? "" : "?tenant=" + encoded(tenant);
        return this;
    }

    /** Uses a token of these scopes from now on. */
    public HaloCaller signIn(String scope) {
        token = token("", credentials(scope)).json().path("access_token").asString();
        return this;
    }

    public HaloCaller useToken(String wanted) {
        token = wanted;
        return this;
    }

    public String token() {
        return token;
    }

    public Map<String, String> credentials(String scope) {
        return Map.of(
                "grant_type",
                "client_credentials",
                "client_id",
                halo.clientId(),
                "client_secret",
                halo.clientSecret(),
                "scope",
                scope);
    }

    public Reply token(String query, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(one -> one.getKey() + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(URI.create(halo.auth() + "/token" + (query.isEmpty() ? tokenQuery : query)))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, String json) {
        guard.ifPresent(one -> one.check("POST", path, json));
        Reply reply =
                send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
        if (path.regionMatches(true, 0, "/Tickets", 0, 8)) {
            guard.ifPresent(one -> one.made(reply));
        }
        return reply;
    }

    public Reply delete(String path) {
        guard.ifPresent(one -> one.check("DELETE", path, ""));
        return send(request(path).DELETE());
    }

    public Reply put(String path, String json) {
        guard.ifPresent(one -> one.check("PUT", path, json));
        return send(request(path).header("Content-Type", "application/json").PUT(BodyPublishers.ofString(json)));
    }

    public Reply other(String method, String path) {
        if (!method.equals("GET")) {
            guard.ifPresent(one -> one.check(method, path, "[]"));
        }
        return send(
                request(path).header("Content-Type", "application/json").method(method, BodyPublishers.ofString("[]")));
    }

    /** A new ticket with these further fields, written as {@code "name":value,…}. */
    public Reply create(String summary, String fields) {
        return post(
                "/Tickets",
                "[{\"summary\":\"%s\",\"client_id\":%s,\"tickettype_id\":%s%s}]"
                        .formatted(summary, halo.customer(), halo.ticketType(), fields.isEmpty() ? "" : "," + fields));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(halo.api() + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private Reply send(HttpRequest.Builder request) {
        if (guard.isPresent()) {
            // A real tenant's limit, 700 requests in 300 seconds, is for all of its integrations together.
            LockSupport.parkNanos(Sandbox.pace().toNanos());
        }
        try {
            var response = HTTP.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
            return new Reply(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
