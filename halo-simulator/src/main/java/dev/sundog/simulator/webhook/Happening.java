package dev.sundog.simulator.webhook;

import java.time.Instant;

/** Something that happened to a ticket, once. */
record Happening(HookEvent event, int ticketId, int agentId, Instant at) {}
