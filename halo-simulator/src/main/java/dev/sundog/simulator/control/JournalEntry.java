package dev.sundog.simulator.control;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One request as it happened.
 *
 * @param application client id of the application that asked; empty if it is not known
 * @param path as sent, secrets masked
 * @param operation method and resource, for example {@code POST /Tickets} or {@code GET /Tickets/{id}}
 * @param status what the execution came to; 0 if it was not executed
 * @param answered status that the caller saw; 0 if the connection was cut
 * @param faults that struck, as in {@code drop-after}
 * @param tickets ids of the tickets it created, changed or removed
 */
public record JournalEntry(
        Instant time,
        String tenant,
        String application,
        String method,
        String path,
        String operation,
        int status,
        int answered,
        List<String> faults,
        List<Integer> tickets) {

    public JournalEntry {
        faults = List.copyOf(faults);
        tickets = List.copyOf(tickets);
    }

    Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("time", time.toString());
        json.put("tenant", tenant);
        json.put("application", application);
        json.put("method", method);
        json.put("path", path);
        json.put("operation", operation);
        json.put("status", status);
        json.put("answered", answered);
        json.put("faults", faults);
        json.put("tickets", tickets);
        return json;
    }
}
