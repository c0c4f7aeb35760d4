package dev.sundog.simulator.webhook;

import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.TicketWatcher;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import dev.sundog.simulator.control.Faults;
import dev.sundog.simulator.control.Switches;
import dev.sundog.simulator.webhook.HookBook.Subscription;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The webhooks of one tenant. A change of a ticket is put into the queue of each webhook that wants it and delivered by
 * another thread, in order, with one attempt. Safe from any thread.
 */
public final class Webhooks implements TicketWatcher, AutoCloseable {

    private final HookBook book = new HookBook();
    private final DeliveryLog log = new DeliveryLog();
    private final Map<String, Outbox> outboxes = new ConcurrentHashMap<>();
    private final ScheduledExecutorService late = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("webhook-late").factory());
    private final Function<Row, Map<String, Object>> detail;
    private final Faults faults;
    private final InstantSource time;
    private final Dispatch dispatch;

    /** @param detail a ticket as {@code GET /Tickets/{id}} shows it */
    public Webhooks(Function<Row, Map<String, Object>> detail, Switches switches, Faults faults, InstantSource time) {
        this.detail = detail;
        this.faults = faults;
        this.time = time;
        this.dispatch = new Dispatch(book, log, switches, time);
    }

    public HookBook book() {
        return book;
    }

    @Override
    public void changed(Row before, Row after, int agentId) {
        if (book.isEmpty()) {
            return;
        }
        for (HookEvent event : HookEvent.between(before, after)) {
            List<Subscription> subscriptions = book.subscriptions(event);
            if (!subscriptions.isEmpty()) {
                Happening happening = new Happening(event, after.number("id"), agentId, time.instant());
                tell(happening, subscriptions, detail.apply(after));
            }
        }
    }

    /** Removes a webhook with its notifications and its queue. */
    public Optional<Row> remove(String id) {
        Optional<Row> removed = book.removeHook(id);
        removed.map(hook -> outboxes.remove(hook.text("id"))).ifPresent(Outbox::close);
        return removed;
    }

    /** Deliveries of one webhook, or of all if the id is empty; the newest first. */
    public List<Delivery> deliveries(String webhookId) {
        return log.newestFirst(webhookId);
    }

    public Optional<Delivery> delivery(String id) {
        return log.find(id);
    }

    /** Sends a delivery once more, the same body, whatever became of it; empty if it is not known (any more). */
    public Optional<Delivery> resend(String id) {
        Optional<Delivery> known = log.find(id);
        known.flatMap(one -> book.hook(one.webhookId()))
                .ifPresent(hook -> Thread.startVirtualThread(() -> dispatch.again(hook, known.orElseThrow())));
        return known;
    }

    /** Each webhook's name, whether it is on, and what waits. */
    public Map<String, Object> toJson() {
        List<Map<String, Object>> hooks = book.hooks().stream()
                .map(hook -> {
                    Map<String, Object> json = new LinkedHashMap<>();
                    json.put("id", hook.text("id"));
                    json.put("name", hook.text("name"));
                    json.put("active", hook.flag("active"));
                    Outbox outbox = outboxes.get(hook.text("id"));
                    json.put("waiting", outbox == null ? 0 : outbox.waiting());
                    return json;
                })
                .toList();
        return Map.of("webhooks", hooks);
    }

    /** Forgets webhooks, queues and deliveries. */
    public void reset() {
        book.clear();
        outboxes.values().forEach(Outbox::close);
        outboxes.clear();
        log.clear();
    }

    @Override
    public void close() {
        late.shutdownNow();
        reset();
        dispatch.close();
    }

    private void tell(Happening happening, List<Subscription> subscriptions, Map<String, Object> ticket) {
        for (Subscription one : subscriptions) {
            if (Conditions.hold(one.notification(), ticket)) {
                send(one.hook(), Payload.parcel(one.hook(), one.notification(), happening, ticket));
            }
        }
    }

    private void send(Row hook, Parcel parcel) {
        Duration pause = Duration.ZERO;
        int copies = 1;
        for (Fault fault : faults.strikeWebhook("WEBHOOK " + parcel.event().number())) {
            if (fault.kind() == FaultKind.WEBHOOK_LOST) {
                return;
            }
            copies += fault.kind() == FaultKind.WEBHOOK_TWICE ? 1 : 0;
            pause = fault.kind() == FaultKind.WEBHOOK_LATE ? pause.plus(fault.pause()) : pause;
        }
        for (int i = 0; i < copies; i++) {
            if (pause.isZero()) {
                enqueue(hook, parcel);
            } else {
                var _ = late.schedule(() -> enqueue(hook, parcel), pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        }
    }

    private void enqueue(Row hook, Parcel parcel) {
        if (book.hook(hook.text("id")).isEmpty()) {
            return;
        }
        Outbox outbox = outboxes.computeIfAbsent(hook.text("id"), this::outbox);
        if (!outbox.offer(parcel)) {
            dispatch.overflow(hook, parcel);
        }
    }

    private Outbox outbox(String hookId) {
        return new Outbox(
                hookId,
                () -> book.hook(hookId).map(Batching::of).orElseGet(() -> Batching.of(Row.of())),
                parcels -> dispatch.first(hookId, parcels));
    }
}
