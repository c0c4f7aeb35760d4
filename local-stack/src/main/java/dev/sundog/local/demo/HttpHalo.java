package dev.sundog.local.demo;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The simulated Halo as a technician sees it, and its control desk. */
final class HttpHalo {

    private static final int PAGE = 100;

    private final HttpJson control;
    private final HttpJson api;

    private HttpHalo(HttpJson control, HttpJson api) {
        this.control = control;
        this.api = api;
    }

    static HttpHalo signIn(String url) {
        var control = new HttpJson(url, Map.of());
        HttpReply token = control.post(
                "/auth/token",
                "grant_type=client_credentials&client_id=sundog-local&client_secret=sundog-local-secret&scope=all",
                Map.of("Content-Type", "application/x-www-form-urlencoded"));
        DemoFailure.unless(token.ok(), "Halo gives no token: " + token.summary());
        String bearer = "Bearer " + token.body().path("access_token").asString("");
        return new HttpHalo(control, new HttpJson(url + "/api", Map.of("Authorization", bearer)));
    }

    /** Makes every request take at least that long. */
    void setLatency(int millis) {
        var options = JsonNodeFactory.instance.objectNode().put("latencyMillis", millis);
        HttpReply reply = control.put("/_sim/options", options, Map.of());
        DemoFailure.unless(reply.ok(), "the simulator takes no latency: " + reply.summary());
    }

    HaloTicket ticket(long number) {
        JsonNode json = get("/Tickets/" + number + "?includedetails=true");
        return new HaloTicket(
                number,
                json.path("summary").asString(""),
                json.path("client_name").asString(""),
                json.path("tickettype_name").asString(""),
                json.path("status_name").asString(""),
                json.path("priority").path("name").asString(""),
                json.path("team").asString(""),
                json.path("third_party_id_string").asString(""));
    }

    /** Numbers of all tickets whose headline holds the text, open or not. */
    List<Long> numbersOf(String text) {
        var numbers = new ArrayList<Long>();
        for (int page = 1; ; page++) {
            JsonNode rows = get("/Tickets?pageinate=true&page_size=" + PAGE + "&page_no=" + page)
                    .path("tickets");
            elements(rows)
                    .filter(row -> row.path("summary").asString("").contains(text))
                    .forEach(row -> numbers.add(row.path("id").asLong()));
            if (rows.size() < PAGE) {
                return numbers;
            }
        }
    }

    /** How many tickets were created since the simulator began. */
    long created() {
        JsonNode entries = control.get("/_sim/journal").body().path("entries");
        return elements(entries)
                .filter(entry -> entry.path("operation").asString("").equals("POST /Tickets"))
                .filter(entry -> entry.path("status").asInt(0) == 201)
                .count();
    }

    private JsonNode get(String path) {
        HttpReply reply = api.get(path);
        DemoFailure.unless(reply.ok(), "Halo does not show " + path + ": " + reply.summary());
        return reply.body();
    }

    private static Stream<JsonNode> elements(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }
}
