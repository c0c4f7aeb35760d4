package dev.sundog.simulator.access;

import java.time.Instant;

/** What a token stands for. */
public record Grant(Scopes scopes, int agentId, Instant expires) {}
