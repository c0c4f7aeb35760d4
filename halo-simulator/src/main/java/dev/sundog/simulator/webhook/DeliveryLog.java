package dev.sundog.simulator.webhook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The latest 5,000 deliveries of a tenant. One sent again takes the place of the first try. Safe from any thread. */
final class DeliveryLog {

    private static final int CAPACITY = 5_000;

    private final Map<String, Delivery> deliveries = new LinkedHashMap<>();

    synchronized void add(Delivery delivery) {
        deliveries.remove(delivery.id());
        deliveries.put(delivery.id(), delivery);
        if (deliveries.size() > CAPACITY) {
            deliveries.remove(deliveries.keySet().iterator().next());
        }
    }

    synchronized Optional<Delivery> find(String id) {
        return Optional.ofNullable(deliveries.get(id));
    }

    /** The newest first; of all webhooks if the id is empty. */
    synchronized List<Delivery> newestFirst(String webhookId) {
        return new ArrayList<>(deliveries.values())
                .reversed().stream()
                        .filter(one -> webhookId.isEmpty() || one.webhookId().equalsIgnoreCase(webhookId))
                        .toList();
    }

    synchronized void clear() {
        deliveries.clear();
    }
}
