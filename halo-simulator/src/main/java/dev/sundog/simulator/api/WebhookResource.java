package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.webhook.Webhooks;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /Webhook}: where events are sent. Its id is a GUID; its password is never shown. */
final class WebhookResource implements Resource {

    private static final String PASSWORD = "basic_password";

    private final Webhooks webhooks;
    private final Replies replies;

    WebhookResource(Webhooks webhooks, Replies replies) {
        this.webhooks = webhooks;
        this.replies = replies;
    }

    @Override
    public String schema() {
        return "Webhook";
    }

    @Override
    public String area() {
        return "admin";
    }

    @Override
    public Answer list(Call call, Grant grant) {
        return Answer.json(200, webhooks.book().hooks().stream().map(this::json).toList());
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        return webhooks.book()
                .hook(id)
                .map(hook -> Answer.json(200, json(hook)))
                .orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(call, elements, this::check, element -> new Written(json(write(element)), 0));
    }

    @Override
    public Answer delete(Call call, String id, Grant grant) {
        return webhooks.remove(id).map(hook -> Answer.json(200, json(hook))).orElseGet(() -> Answer.empty(404));
    }

    private Optional<Answer> check(Map<String, Object> element) {
        boolean unknown = element.get("id") instanceof String id
                && webhooks.book().hook(id).isEmpty();
        return unknown ? Optional.of(Answer.refusal(TicketRules.NOT_FOUND)) : Optional.empty();
    }

    private Row write(Map<String, Object> element) {
        Map<String, Object> fields = new LinkedHashMap<>(element);
        Object events = fields.remove("events");
        switchConsistently(fields);
        Row hook = element.get("id") instanceof String id
                ? webhooks.book().changeHook(id, fields).orElseThrow()
                : webhooks.book().addHook(fields);
        for (Object event : events instanceof List<?> list ? list : List.of()) {
            if (event instanceof Map<?, ?> map && map.get("eventno") != null && !map.containsKey("id")) {
                Map<String, Object> notification = new LinkedHashMap<>();
                map.forEach((name, value) -> notification.put(String.valueOf(name), value));
                notification.put("webhook_id", hook.text("id"));
                webhooks.book().addNotification(notification);
            }
        }
        return hook;
    }

    /** Halo has two fields for one fact. */
    private static void switchConsistently(Map<String, Object> fields) {
        if (fields.get("active") instanceof Boolean active) {
            fields.putIfAbsent("disabled", !active);
        } else if (fields.get("disabled") instanceof Boolean disabled) {
            fields.put("active", !disabled);
        }
    }

    private Map<String, Object> json(Row hook) {
        Map<String, Object> json = new LinkedHashMap<>();
        hook.toMap().forEach((name, value) -> json.put(name, HaloText.json(value)));
        json.remove(PASSWORD);
        json.put(
                "events",
                webhooks.book().notifications(hook.text("id")).stream()
                        .map(NotificationResource::json)
                        .toList());
        return json;
    }
}
