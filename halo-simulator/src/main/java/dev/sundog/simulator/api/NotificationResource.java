package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.api.Replies.Written;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import dev.sundog.simulator.webhook.HookBook;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /Notification}: which event goes to which webhook. */
final class NotificationResource implements Resource {

    private final HookBook book;
    private final Replies replies;

    NotificationResource(HookBook book, Replies replies) {
        this.book = book;
        this.replies = replies;
    }

    @Override
    public String schema() {
        return "UnameNotification";
    }

    @Override
    public String area() {
        return "admin";
    }

    @Override
    public Answer list(Call call, Grant grant) {
        String type = call.query().getOrDefault("type", "");
        return Answer.json(
                200,
                book.notifications(call.query().getOrDefault("webhook_id", "")).stream()
                        .filter(row -> type.isBlank() || type.equals(String.valueOf(row.number("type"))))
                        .map(NotificationResource::json)
                        .toList());
    }

    @Override
    public Answer get(Call call, String id, Grant grant) {
        return find(id).map(row -> Answer.json(200, json(row))).orElseGet(() -> Answer.empty(404));
    }

    @Override
    public Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return replies.batch(call, elements, this::check, element -> new Written(json(write(element)), 0));
    }

    @Override
    public Answer delete(Call call, String id, Grant grant) {
        return find(id).flatMap(row -> book.removeNotification(row.number("id")))
                .map(row -> Answer.json(200, json(row)))
                .orElseGet(() -> Answer.empty(404));
    }

    static Map<String, Object> json(Row row) {
        Map<String, Object> json = new LinkedHashMap<>();
        row.toMap().forEach((name, value) -> json.put(name, HaloText.json(value)));
        return json;
    }

    private Optional<Row> find(String id) {
        return id.matches("\\d{1,9}") ? book.notification(Integer.parseInt(id)) : Optional.empty();
    }

    private Optional<Answer> check(Map<String, Object> element) {
        int id = TicketRules.id(element);
        boolean unknown = id > 0 && book.notification(id).isEmpty();
        boolean lost = element.get("webhook_id") instanceof String hook
                && book.hook(hook).isEmpty();
        return unknown || lost ? Optional.of(Answer.refusal(TicketRules.NOT_FOUND)) : Optional.empty();
    }

    private Row write(Map<String, Object> element) {
        int id = TicketRules.id(element);
        return id > 0 ? book.changeNotification(id, element).orElseThrow() : book.addNotification(element);
    }
}
