package dev.sundog.local.demo;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** A product that sends its events to the gateway. */
final class HttpSender {

    private final HttpJson gateway;

    HttpSender(String gatewayUrl, String apiKey) {
        this.gateway = new HttpJson(gatewayUrl, Map.of("Authorization", "Bearer " + apiKey));
    }

    /** Sends a body and returns the ids of the events it became, in their order. */
    List<String> send(String path, String body) {
        HttpReply reply = gateway.post(path, body, Map.of());
        DemoFailure.unless(reply.status() == 202, "the gateway does not accept " + path + ": " + reply.summary());
        JsonNode results = reply.body().path("results");
        if (results.isMissingNode()) {
            return List.of(reply.body().path("eventId").asString(""));
        }
        return Stream.iterate(0, i -> i < results.size(), i -> i + 1)
                .map(i -> results.get(i).path("eventId").asString(""))
                .toList();
    }
}
