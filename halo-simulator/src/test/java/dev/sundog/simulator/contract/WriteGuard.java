package dev.sundog.simulator.contract;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Lets a real Halo be written to at one customer alone: new tickets of that customer, and what follows on them. A test that
 * would write anything else is skipped before it does.
 */
final class WriteGuard {

    private final int customer;
    private final Set<Integer> made = ConcurrentHashMap.newKeySet();

    WriteGuard(int customer) {
        this.customer = customer;
    }

    /** Skips the running test if the request writes beyond the test customer. */
    void check(String method, String path, String body) {
        String resource = path.replaceFirst("\\?.*", "").toLowerCase(Locale.ROOT);
        boolean fine = switch (method + " " + resource.replaceFirst("/\\d+$", "/{id}")) {
            case "POST /tickets" -> allOf(body, this::isOfTheCustomer);
            case "POST /actions" -> allOf(body, this::isOnAMadeTicket);
            case "DELETE /tickets/{id}" -> made.contains(id(resource));
            case "POST /report" ->
                allOf(body, report -> report.path("_loadreportonly").asBoolean(false));
            // Halo has no such methods; what is sent with them is empty.
            case "PUT /tickets", "PATCH /tickets/{id}", "DELETE /tickets" -> body.equals("[]");
            default -> false;
        };
        if (!fine) {
            Assumptions.abort(
                    "%s %s would write beyond test customer %s of a real Halo".formatted(method, path, customer));
        }
    }

    /** Takes note of the tickets that an answer shows. */
    void made(Reply reply) {
        if (reply.status() >= 200 && reply.status() < 300) {
            JsonNode json = reply.json();
            made.add(json.path("id").asInt(0));
            json.values().forEach(one -> made.add(one.path("id").asInt(0)));
            made.remove(0);
        }
    }

    private boolean isOfTheCustomer(JsonNode ticket) {
        boolean ours = ticket.path("client_id").asInt(0) == customer;
        return ticket.has("id")
                ? made.contains(ticket.path("id").asInt(0)) && (ours || !ticket.has("client_id"))
                : ours;
    }

    private boolean isOnAMadeTicket(JsonNode action) {
        return made.contains(action.path("ticket_id").asInt(0));
    }

    private static boolean allOf(String body, Predicate<JsonNode> test) {
        try {
            JsonNode json = JsonMapper.shared().readTree(body);
            return json.isObject()
                    ? test.test(json)
                    : json.isArray() && json.values().stream().allMatch(test);
        } catch (JacksonException _) {
            return false;
        }
    }

    private static int id(String path) {
        return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
    }
}
