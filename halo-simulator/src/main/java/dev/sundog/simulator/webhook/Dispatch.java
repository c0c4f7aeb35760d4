package dev.sundog.simulator.webhook;

import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.http.HttpJson;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Makes the one attempt, records it, and switches a webhook off that failed too often in a row. */
final class Dispatch implements AutoCloseable {

    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private final HookBook book;
    private final DeliveryLog log;
    private final Switches switches;
    private final InstantSource time;
    private final Courier courier = new HttpCourier();

    Dispatch(HookBook book, DeliveryLog log, Switches switches, InstantSource time) {
        this.book = book;
        this.log = log;
        this.switches = switches;
        this.time = time;
    }

    /** Delivers what has waited; if the webhook is gone or off by now, it is dropped. */
    void first(String hookId, List<Parcel> parcels) {
        book.hook(hookId)
                .filter(hook -> hook.flag("active") && !hook.flag("disabled"))
                .ifPresent(hook -> {
                    List<Map<String, Object>> events =
                            parcels.stream().map(Parcel::json).toList();
                    boolean batch = Batching.of(hook).on();
                    deliver(hook, parcels.getFirst(), HttpJson.text(batch ? events : events.getFirst()));
                });
    }

    void again(Row hook, Delivery delivery) {
        attempt(hook, delivery, delivery.requestBody());
    }

    /** Records a parcel for which the queue had no room. */
    void overflow(Row hook, Parcel parcel) {
        Receipt none = new Receipt(0, Map.of(), "not sent: %d deliveries wait already".formatted(Outbox.CAPACITY));
        log.add(blank(hook, parcel, HttpJson.text(parcel.json())).answered(none, Duration.ZERO));
    }

    @Override
    public void close() {
        courier.close();
    }

    private void deliver(Row hook, Parcel parcel, String body) {
        attempt(hook, blank(hook, parcel, body), body);
    }

    private Delivery blank(Row hook, Parcel parcel, String body) {
        return new Delivery(
                parcel.id(),
                hook.text("id"),
                parcel.notificationId(),
                parcel.ticketId(),
                time.instant(),
                Duration.ZERO,
                Map.of(),
                body,
                new Receipt(0, Map.of(), ""));
    }

    private void attempt(Row hook, Delivery delivery, String body) {
        Map<String, String> headers = new TreeMap<>();
        String type = hook.text("content_type");
        headers.put("Content-Type", type.isBlank() ? "application/json" : type);
        headers.put("User-Agent", "HaloWebhook");
        String user = hook.text("basic_username");
        if (!user.isEmpty()) {
            byte[] pair = (user + ":" + hook.text("basic_password")).getBytes(StandardCharsets.UTF_8);
            headers.put("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair));
        }
        Instant start = time.instant();
        Receipt receipt = courier.deliver(
                hook.text("url"), headers, body, Duration.ofMillis(switches.number(Switch.WEBHOOK_TIMEOUT_MILLIS)));
        headers.replace("Authorization", "Basic ***");
        log.add(delivery.sent(start, headers).answered(receipt, Duration.between(start, time.instant())));
        count(hook.text("id"), receipt);
    }

    private void count(String hookId, Receipt receipt) {
        book.changeHook(hookId, Map.of("last_status", receipt.status()));
        if (receipt.accepted()) {
            failures.remove(hookId);
            return;
        }
        int most = switches.number(Switch.WEBHOOK_FAILURES);
        if (failures.merge(hookId, 1, Integer::sum) >= most && most > 0) {
            failures.remove(hookId);
            book.changeHook(hookId, Map.of("active", false, "disabled", true));
        }
    }
}
