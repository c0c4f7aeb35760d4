package dev.sundog.simulator.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One request to a receiver and its answer, as {@code /WebhookEvent} shows it.
 *
 * @param id GUID of the delivery, as in its body; of a batch, the first one's
 * @param requestHeaders without the secret
 */
public record Delivery(
        String id,
        String webhookId,
        int notificationId,
        int ticketId,
        Instant at,
        Duration took,
        Map<String, String> requestHeaders,
        String requestBody,
        Receipt receipt) {

    public Delivery {
        requestHeaders = Map.copyOf(requestHeaders);
    }

    Delivery sent(Instant when, Map<String, String> headers) {
        return new Delivery(id, webhookId, notificationId, ticketId, when, took, headers, requestBody, receipt);
    }

    Delivery answered(Receipt what, Duration after) {
        return new Delivery(id, webhookId, notificationId, ticketId, at, after, requestHeaders, requestBody, what);
    }

    /** Names of Halo's schema {@code WebhookEvent}; how headers are written is guessed. */
    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", id);
        json.put("webhook_id", webhookId);
        json.put("notification_id", notificationId);
        json.put("entity_id", ticketId);
        json.put("timestamp", Payload.time(at));
        json.put("duration", took.toNanos() / 1e6);
        json.put("requestheaders", lines(requestHeaders));
        json.put("requestbody", requestBody);
        json.put("responsestatus", receipt.status());
        json.put("responseheaders", lines(receipt.headers()));
        json.put("responsebody", receipt.body());
        json.put("error", !receipt.accepted());
        return json;
    }

    private static String lines(Map<String, String> headers) {
        StringBuilder lines = new StringBuilder();
        headers.forEach(
                (name, value) -> lines.append(name).append(": ").append(value).append("\r\n"));
        return lines.toString();
    }
}
