package dev.sundog.local.chaos;

import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import java.io.UncheckedIOException;
import java.util.Map;

/** Posts events to the gateway. */
final class HttpProduct implements Product {

    static final String SOURCE = "chaos-http";

    private final HttpJson gateway;
    private final Chronicle chronicle;

    HttpProduct(String gatewayUrl, String apiKey, Chronicle chronicle) {
        this.gateway = new HttpJson(gatewayUrl, Map.of("Authorization", "Bearer " + apiKey));
        this.chronicle = chronicle;
    }

    @Override
    public boolean send(PlannedEvent event) {
        String path = event.recommendation() ? "/v1/recommendations" : "/v1/alerts";
        try {
            HttpReply reply = gateway.post(path, body(event), Map.of());
            if (reply.status() / 100 == 4 && reply.status() != 429) {
                chronicle.count("refused by the gateway", event.id() + " is refused: " + reply.summary());
            }
            return reply.status() == 202;
        } catch (UncheckedIOException _) {
            return false;
        }
    }

    static String body(PlannedEvent event) {
        String status =
                event.recommendation() ? (event.over() ? "COMPLETED" : "OPEN") : (event.over() ? "RESOLVED" : "FIRING");
        String category = event.recommendation() ? ",\"category\":\"SECURITY\"" : "";
        String labels = event.host().isEmpty() ? "" : ",\"labels\":{\"host\":\"%s\"}".formatted(event.host());
        return """
                {"source":"%s","eventId":"%s","organizationId":"%s","dedupKey":"%s","status":"%s","severity":"%s",
                 "title":"Chaos %s"%s%s}
                """.formatted(
                        SOURCE,
                        event.id(),
                        event.organizationId(),
                        event.dedupKey(),
                        status,
                        event.severity(),
                        event.dedupKey(),
                        category,
                        labels);
    }
}
