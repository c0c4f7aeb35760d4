package dev.sundog.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import dev.sundog.local.stack.Stack;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A stack as those outside see it: events in at the gateway, everything else at the console, tickets in Halo. */
final class Edge {

    /** Longer than anything takes on a slow machine; nothing waits for it where all is well. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpJson gateway;
    private final HttpJson console;
    private final HttpJson simulator;

    Edge(Stack stack) {
        this.gateway = new HttpJson(stack.gatewayUrl(), Map.of("Authorization", "Bearer " + stack.apiKey()));
        this.console = new HttpJson(stack.consoleUrl(), Map.of());
        this.simulator = new HttpJson(stack.simulatorUrl(), Map.of());
    }

    /** Sends an event in which quotes may be written as apostrophes; it must be accepted. */
    void send(String path, String json) {
        HttpReply reply = gateway.post(path, json.replace('\'', '"'), Map.of());
        assertThat(reply.status()).as(reply.summary()).isEqualTo(202);
    }

    JsonNode get(String path) {
        HttpReply reply = console.get(path);
        assertThat(reply.ok()).as(path + ": " + reply.summary()).isTrue();
        return reply.body();
    }

    /** What the console has at a path once it is as wanted. */
    JsonNode get(String path, Predicate<JsonNode> wanted) {
        return await(path).atMost(PATIENCE).until(() -> console.get(path).body(), wanted);
    }

    /** Tells the console something in JSON in which quotes may be written as apostrophes; it must be taken. */
    JsonNode tell(String method, String path, String json) {
        return told(method, path, json, Map.of());
    }

    /** The same about an object that is there, in whatever version. */
    JsonNode change(String path, String json) {
        return told("PUT", path, json, Map.of("If-Match", "*"));
    }

    private JsonNode told(String method, String path, String json, Map<String, String> condition) {
        HttpReply reply = console.send(method, path, json.replace('\'', '"'), condition);
        assertThat(reply.ok()).as(method + " " + path + ": " + reply.summary()).isTrue();
        return reply.body();
    }

    /** The whole way of an event once it is as wanted. */
    JsonNode way(String eventId, Predicate<JsonNode> wanted) {
        return get("/api/v1/events/" + eventId, wanted);
    }

    /** The way of an event once it has its ticket. */
    JsonNode ticketed(String eventId) {
        return way(eventId, way -> saw(way, "TicketCreated") || saw(way, "TicketUpdated"));
    }

    static boolean saw(JsonNode way, String ticketEvent) {
        return way.path("ticketEvents").findValuesAsString("type").contains(ticketEvent);
    }

    /** All that is written in a ticket in Halo and in its notes. */
    String written(long ticketId) {
        var form = "grant_type=client_credentials&client_id=sundog-local&client_secret=sundog-local-secret&scope=all";
        var token = simulator
                .post("/auth/token", form, Map.of("Content-Type", "application/x-www-form-urlencoded"))
                .body();
        var halo = simulator.below(
                "/api",
                Map.of("Authorization", "Bearer " + token.path("access_token").asString()));
        return halo.get("/Tickets/" + ticketId + "?includedetails=true").body().toString()
                + halo.get("/Actions?ticket_id=" + ticketId).body();
    }
}
