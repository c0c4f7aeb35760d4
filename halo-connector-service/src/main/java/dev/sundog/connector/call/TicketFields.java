package dev.sundog.connector.call;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Fields of one ticket, ready for Halo. What is null is not sent, so that Halo's defaults apply.
 *
 * @param parentId the ticket that it becomes a child of
 * @param approvalProcessId the approval process that it starts
 */
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

    /** The same below another ticket; below the one that configuration names, if any, where it is null. */
    public TicketFields below(@Nullable Long parent) {
        return new TicketFields(
                customerId,
                siteId,
                userId,
                ticketTypeId,
                statusId,
                priorityId,
                team,
                agentId,
                categories,
                customFields,
                impact,
                urgency,
                slaId,
                sourceId,
                parent == null ? parentId : parent,
                assetIds,
                approvalProcessId,
                summary,
                detailsHtml);
    }

    /** The same with other texts. */
    public TicketFields saying(String otherSummary, String otherDetails) {
        return new TicketFields(
                customerId,
                siteId,
                userId,
                ticketTypeId,
                statusId,
                priorityId,
                team,
                agentId,
                categories,
                customFields,
                impact,
                urgency,
                slaId,
                sourceId,
                parentId,
                assetIds,
                approvalProcessId,
                otherSummary,
                otherDetails);
    }

    /** The type and customer of an existing ticket, which some versions of Halo want with every change. */
    public Place place() {
        return new Place(customerId, ticketTypeId);
    }

    /** Where a ticket stands in Halo. */
    public record Place(long customerId, @Nullable Long ticketTypeId) {}
}
