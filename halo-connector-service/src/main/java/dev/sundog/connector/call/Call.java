package dev.sundog.connector.call;

import java.time.Instant;

/**
 * One exchange with Halo that must happen at most once.
 *
 * @param attempt how often this step was tried, from 1
 * @param notAfter after this moment it must not be sent
 * @param reference what is written with the ticket so that it can be found again
 */
public record Call(
        String callId,
        String ticketKey,
        String tenantId,
        String connectionId,
        int attempt,
        Instant issuedAt,
        Instant notAfter,
        String reference,
        Operation operation) {}
