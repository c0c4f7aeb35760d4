package dev.sundog.local.demo;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import dev.sundog.local.process.Patience;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks the console for the ways of events, and maps organizations there. */
final class HttpStories {

    private final HttpJson console;

    HttpStories(String consoleUrl) {
        this.console = new HttpJson(consoleUrl, Map.of());
    }

    /**
     * Waits until the way of an event has come as far as wanted.
     *
     * @param wanted in words, for the failure
     * @throws DemoFailure if it does not come so far in time
     */
    Story await(String eventId, Duration atMost, String wanted, Predicate<Story> condition) {
        var last = new AtomicReference<HttpReply>();
        var found = new AtomicReference<Story>();
        boolean reached = Patience.await(atMost, Duration.ofMillis(150), () -> {
            HttpReply reply = console.get("/api/v1/events/" + eventId);
            last.set(reply);
            if (reply.ok()) {
                found.set(story(reply.body()));
            }
            return reply.ok() && condition.test(found.get());
        });
        DemoFailure.unless(
                reached,
                "event %s: not %s after %d s; the console says %s"
                        .formatted(
                                eventId, wanted, atMost.toSeconds(), last.get().summary()));
        return found.get();
    }

    /** Says which customer in Halo an organization is. */
    void map(String organizationId, long customerId, long siteId) {
        String path = "/api/v1/organizations/" + organizationId;
        HttpReply now = console.get(path);
        var fields = JsonNodeFactory.instance.objectNode();
        now.body().properties().stream()
                .filter(field -> !field.getKey().equals("id") && !field.getKey().equals("version"))
                .forEach(field -> fields.set(field.getKey(), field.getValue()));
        fields.put("customerId", customerId).put("siteId", siteId);
        HttpReply reply =
                console.put(path, fields, Map.of("If-Match", now.etag().orElse("*")));
        DemoFailure.unless(reply.ok(), "the console does not map " + organizationId + ": " + reply.summary());
    }

    static Story story(JsonNode json) {
        JsonNode ticket = json.path("ticket");
        return new Story(
                json.path("eventId").asString(""),
                json.path("title").asString(""),
                json.path("state").asString(""),
                last(json.path("decisions")).map(HttpStories::decision),
                ticket.path("ticketId").isIntegralNumber()
                        ? OptionalLong.of(ticket.path("ticketId").asLong())
                        : OptionalLong.empty(),
                ticket.path("ticketKey").asString(""),
                ticket.path("ticketUrl").asString(""),
                elements(json.path("ticketEvents"))
                        .map(event -> event.path("type").asString(""))
                        .toList());
    }

    private static Story.Decision decision(JsonNode json) {
        return new Story.Decision(
                json.path("outcome").asString(""),
                json.path("reason").asString(""),
                json.path("ruleName").asString(""),
                json.path("customerId").asString(""),
                json.path("released").asBoolean(false));
    }

    private static Optional<JsonNode> last(JsonNode array) {
        return array.isEmpty() ? Optional.empty() : Optional.of(array.get(array.size() - 1));
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }
}
