package dev.sundog.connector.status;

import org.jspecify.annotations.Nullable;

/**
 * What a webhook of Halo said. A hint.
 *
 * @param noticeId the same for a notice that is sent twice
 * @param ticketId the ticket it is about; null if it does not say
 * @param statusId the status it claims; null if it claims none
 */
public record Notice(
        String noticeId,
        String tenantId,
        String connectionId,
        @Nullable Long ticketId,
        @Nullable Long statusId) {}
