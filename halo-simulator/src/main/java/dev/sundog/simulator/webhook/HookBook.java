package dev.sundog.simulator.webhook;

import dev.sundog.simulator.book.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The registered webhooks and their notifications, which say for which events they fire. Safe from any thread. */
public final class HookBook {

    /** Value of {@code delivery_method}: by webhook. */
    private static final int BY_WEBHOOK = 6;

    private static final int FIRST_NOTIFICATION = 41;

    private final Map<String, Row> hooks = new LinkedHashMap<>();
    private final Map<Integer, Row> notifications = new LinkedHashMap<>();
    private int nextNotification = FIRST_NOTIFICATION;
    private volatile boolean empty = true;

    /** One notification that wants an event, and its webhook. */
    record Subscription(Row hook, Row notification) {}

    HookBook() {}

    public synchronized List<Row> hooks() {
        return List.copyOf(hooks.values());
    }

    public synchronized Optional<Row> hook(String id) {
        return Optional.ofNullable(hooks.get(id.toLowerCase(Locale.ROOT)));
    }

    /** Registers a webhook under a new GUID; it is active unless told otherwise. */
    public synchronized Row addHook(Map<String, Object> fields) {
        String id = UUID.randomUUID().toString();
        Row hook = Row.of("active", true, "disabled", false).with(fields).with("id", id);
        hooks.put(id, hook);
        empty = false;
        return hook;
    }

    /** Changes a webhook; empty if there is none of that id. */
    public synchronized Optional<Row> changeHook(String id, Map<String, Object> fields) {
        Optional<Row> changed = hook(id).map(row -> row.with(fields).with("id", row.text("id")));
        changed.ifPresent(row -> hooks.put(row.text("id"), row));
        return changed;
    }

    /** Removes a webhook and its notifications. */
    synchronized Optional<Row> removeHook(String id) {
        Optional<Row> removed = hook(id);
        removed.ifPresent(row -> {
            hooks.remove(row.text("id"));
            notifications.values().removeIf(one -> one.text("webhook_id").equalsIgnoreCase(id));
        });
        empty = hooks.isEmpty();
        return removed;
    }

    /** Of all webhooks if the id is empty. */
    public synchronized List<Row> notifications(String webhookId) {
        return notifications.values().stream()
                .filter(one -> webhookId.isEmpty() || one.text("webhook_id").equalsIgnoreCase(webhookId))
                .toList();
    }

    public synchronized Optional<Row> notification(int id) {
        return Optional.ofNullable(notifications.get(id));
    }

    public synchronized Row addNotification(Map<String, Object> fields) {
        Row row = Row.of(fields).with("id", nextNotification++);
        notifications.put(row.number("id"), row);
        return row;
    }

    /** Changes a notification; empty if there is none of that id. */
    public synchronized Optional<Row> changeNotification(int id, Map<String, Object> fields) {
        Optional<Row> changed = notification(id).map(row -> row.with(fields).with("id", id));
        changed.ifPresent(row -> notifications.put(id, row));
        return changed;
    }

    public synchronized Optional<Row> removeNotification(int id) {
        return Optional.ofNullable(notifications.remove(id));
    }

    /** Whether no webhook is registered; costs nothing to ask. */
    boolean isEmpty() {
        return empty;
    }

    synchronized List<Subscription> subscriptions(HookEvent event) {
        List<Subscription> wanted = new ArrayList<>();
        for (Row notification : notifications.values()) {
            boolean byWebhook =
                    !notification.has("delivery_method") || notification.number("delivery_method") == BY_WEBHOOK;
            if (byWebhook && notification.number("eventno") == event.number()) {
                hook(notification.text("webhook_id"))
                        .filter(hook -> hook.flag("active") && !hook.flag("disabled"))
                        .ifPresent(hook -> wanted.add(new Subscription(hook, notification)));
            }
        }
        return wanted;
    }

    synchronized void clear() {
        hooks.clear();
        notifications.clear();
        nextNotification = FIRST_NOTIFICATION;
        empty = true;
    }
}
