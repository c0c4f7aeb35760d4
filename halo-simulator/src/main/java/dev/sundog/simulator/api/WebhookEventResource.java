package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.webhook.Delivery;
import dev.sundog.simulator.webhook.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code /WebhookEvent}: what was sent to whom, and the answer. A POST with the id of a delivery sends it again; that this
 * is how Halo's button does it is guessed, as is the bare array.
 */
final class WebhookEventResource implements Resource {

    private final Webhooks webhooks;

    WebhookEventResource(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Override
    public String schema() {
        return "WebhookEvent";
    }

    @Override
    public String area() {
        return "admin";
    }

    @Override
    public Answer list(Call call, Grant grant) {
        int count = Paging.number(call, "count", 50);
        return Answer.json(
                200,
                webhooks.deliveries(call.query().getOrDefault("webhook_id", "")).stream()
                        .limit(Math.max(0, count))
                        .map(Delivery::toJson)
                        .toList());
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        return webhooks.delivery(id).map(one -> Answer.json(200, one.toJson())).orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        List<Map<String, Object>> sent = new ArrayList<>();
        for (Map<String, Object> element : elements) {
            Optional<Delivery> delivery =
                    element.get("id") instanceof String id ? webhooks.resend(id) : Optional.empty();
            if (delivery.isEmpty()) {
                return Answer.refusal(TicketRules.NOT_FOUND);
            }
            sent.add(delivery.get().toJson());
        }
        return Answer.json(201, sent.getLast());
    }
}
