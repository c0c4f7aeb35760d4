package dev.sundog.local.apply;

import dev.sundog.local.http.HttpJson;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Asks a console what a policy would do. */
final class HttpTrials {

    private final HttpJson http;

    HttpTrials(HttpJson http) {
        this.http = http;
    }

    /**
     * Tries a policy on the latest events of its tenant: one that is there on those that it decides, a new one on all.
     *
     * @param recent how many, 1 to 100
     */
    Effect effect(Manifest policy, boolean isNew, int recent) {
        var request = JsonNodeFactory.instance.objectNode();
        request.set("policy", policy.fields());
        request.set("events", JsonNodeFactory.instance.objectNode().put("recent", recent));
        request.put("asInForce", !isNew);
        var reply = http.post(policy.path() + ":dryRun", request.toString(), Map.of());
        if (reply.status() == 400) {
            return new Effect.Refused(HttpConsole.problem(policy, reply));
        }
        if (!reply.ok()) {
            return new Effect.NotKnown(reply.summary());
        }
        var results = reply.body().path("results");
        return isNew ? fresh(results) : tried(results);
    }

    private static Effect tried(JsonNode results) {
        var different = new ArrayList<String>();
        for (JsonNode result : results) {
            if (result.path("differs").asBoolean(false)) {
                different.add(line(result));
            }
        }
        return new Effect.Tried(results.size(), having(results, "notAsked"), having(results, "missing"), different);
    }

    private static Effect fresh(JsonNode results) {
        var outcomes = new TreeMap<String, Integer>();
        for (JsonNode result : results) {
            if (result.has("decision")) {
                outcomes.merge(result.at("/decision/outcome").asString(""), 1, Integer::sum);
            }
        }
        return new Effect.Fresh(results.size(), having(results, "missing"), outcomes);
    }

    private static int having(JsonNode results, String member) {
        int having = 0;
        for (JsonNode result : results) {
            having += result.has(member) ? 1 : 0;
        }
        return having;
    }

    private static String line(JsonNode result) {
        var was = result.at("/live/outcome").asString("");
        var comes = result.at("/decision/outcome").asString("");
        var changes = result.path("changes");
        var fields = Stream.iterate(0, i -> i < changes.size(), i -> i + 1)
                .map(changes::get)
                .map(change -> change.path("field").asString("") + " " + cut(change.path("live")) + " -> "
                        + cut(change.path("draft")))
                .collect(Collectors.joining("; "));
        return result.path("eventId").asString("") + " ("
                + result.path("organizationId").asString("") + ", " + cut(result.path("title")) + "): "
                + (was.equals(comes) ? fields : was + " -> " + comes);
    }

    private static String cut(JsonNode value) {
        var text = value.isNull() ? "unset" : value.toString();
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }
}
