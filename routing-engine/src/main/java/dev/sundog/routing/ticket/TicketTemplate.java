package dev.sundog.routing.ticket;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a ticket as one place of the configuration sets them. What is absent is left to the next wider place, and at the
 * end to Halo's own defaults.
 *
 * @param priorityBySeverity priority by the name of the severity
 * @param categories categories 1 to 4 in their order; none set when empty
 * @param groupBy names of the facts that make the group key; none set when empty
 */
public record TicketTemplate(
        @Nullable Long ticketTypeId,
        @Nullable Long statusId,
        Map<String, Long> priorityBySeverity,
        @Nullable String team,
        @Nullable Long agentId,
        List<String> categories,
        List<CustomField> customFields,
        @Nullable Long impact,
        @Nullable Long urgency,
        @Nullable Long slaId,
        @Nullable Long sourceId,
        @Nullable String summaryTemplate,
        @Nullable String detailsTemplate,
        List<String> groupBy,
        Lifecycle lifecycle) {

    /** Nothing set. */
    public static final TicketTemplate NONE = new TicketTemplate(
            null,
            null,
            Map.of(),
            null,
            null,
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            null,
            null,
            List.of(),
            Lifecycle.NONE);

    public TicketTemplate {
        priorityBySeverity = Map.copyOf(priorityBySeverity);
        categories = List.copyOf(categories);
        customFields = List.copyOf(customFields);
        groupBy = List.copyOf(groupBy);
    }

    /** These fields where they are set, the wider ones elsewhere; priorities and custom fields are joined name by name. */
    public TicketTemplate over(TicketTemplate wider) {
        if (NONE.equals(wider)) {
            return this;
        }
        if (NONE.equals(this)) {
            return wider;
        }
        return new TicketTemplate(
                first(ticketTypeId, wider.ticketTypeId),
                first(statusId, wider.statusId),
                joined(priorityBySeverity, wider.priorityBySeverity),
                first(team, wider.team),
                first(agentId, wider.agentId),
                categories.isEmpty() ? wider.categories : categories,
                joined(customFields, wider.customFields),
                first(impact, wider.impact),
                first(urgency, wider.urgency),
                first(slaId, wider.slaId),
                first(sourceId, wider.sourceId),
                first(summaryTemplate, wider.summaryTemplate),
                first(detailsTemplate, wider.detailsTemplate),
                groupBy.isEmpty() ? wider.groupBy : groupBy,
                lifecycle.over(wider.lifecycle));
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T wider) {
        return own == null ? wider : own;
    }

    private static Map<String, Long> joined(Map<String, Long> own, Map<String, Long> wider) {
        var all = new HashMap<>(wider);
        all.putAll(own);
        return all;
    }

    private static List<CustomField> joined(List<CustomField> own, List<CustomField> wider) {
        var byName = new LinkedHashMap<String, CustomField>();
        wider.forEach(field -> byName.put(field.name(), field));
        own.forEach(field -> byName.put(field.name(), field));
        return new ArrayList<>(byName.values());
    }
}
