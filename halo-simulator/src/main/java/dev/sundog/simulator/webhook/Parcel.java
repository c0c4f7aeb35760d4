package dev.sundog.simulator.webhook;

import java.util.Map;

/**
 * One event for one webhook, on its way.
 *
 * @param id GUID of the delivery
 * @param json the body; with others in an array if the webhook batches
 */
record Parcel(String id, int notificationId, HookEvent event, int ticketId, Map<String, Object> json) {}
