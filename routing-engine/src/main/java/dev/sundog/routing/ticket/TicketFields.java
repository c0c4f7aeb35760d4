package dev.sundog.routing.ticket;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields of one ticket, ready for Halo; what is absent is not sent. */
public record TicketFields(
        long customerId,
        @Nullable Long siteId,
        @Nullable Long userId,
        @Nullable Long ticketTypeId,
        @Nullable Long statusId,
        @Nullable Long priorityId,
        @Nullable String team,
        @Nullable Long agentId,
        List<String> categories,
        List<CustomField> customFields,
        @Nullable Long impact,
        @Nullable Long urgency,
        @Nullable Long slaId,
        @Nullable Long sourceId,
        @Nullable Long parentId,
        List<Long> assetIds,
        @Nullable Long approvalProcessId,
        String summary,
        String detailsHtml) {

    public TicketFields {
        categories = List.copyOf(categories);
        customFields = List.copyOf(customFields);
        assetIds = List.copyOf(assetIds);
    }
}
