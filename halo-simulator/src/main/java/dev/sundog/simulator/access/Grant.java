package dev.sundog.simulator.access;

import java.time.Instant;

/** What a token stands for: an application and the agent that it acts as. */
public record Grant(String clientId, Scopes scopes, int agentId, Instant expires) {}
