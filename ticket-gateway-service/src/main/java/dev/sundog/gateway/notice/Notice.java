package dev.sundog.gateway.notice;

import org.jspecify.annotations.Nullable;

/**
 * What one delivery of a webhook says.
 *
 * @param noticeId the same for one that is delivered twice
 * @param event Halo's name of what happened
 * @param ticketId the ticket it is about, or what an event without a ticket calls its object
 * @param statusId the status it claims
 */
record Notice(
        String noticeId,
        @Nullable String event,
        @Nullable Long ticketId,
        @Nullable Long statusId) {}
