package dev.sundog.routing.ticket;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Fields of a ticket as one place of the configuration sets them. What is absent is left to the next wider place, and at the
 * end to Halo's own defaults.
 *
 * @param priorityBySeverity priority by the name of the severity
 * @param priorityBySeverityAndImpact priority by both, as {@code HIGH/2}; counts before the one by severity alone
 * @param categories categories 1 to 4 in their order; an empty text leaves one to the next wider place
 * @param customerId customer instead of the organization's
 * @param computed expressions by the name of the field that they compute, in the order of the names; gone once computed
 * @param summary headline that an expression gave, instead of a template
 * @param details details that an expression gave, as plain text, instead of a template
 * @param groupBy names of the facts that make the group key; none set when empty
 * @param groupKey expression of the group key; gone once computed
 * @param group group key that an expression gave
 */
public record TicketTemplate(
        @Nullable Long ticketTypeId,
        @Nullable Long statusId,
        Map<String, Long> priorityBySeverity,
        Map<String, Long> priorityBySeverityAndImpact,
        @Nullable String team,
        @Nullable Long agentId,
        List<String> categories,
        List<CustomField> customFields,
        @Nullable Long impact,
        @Nullable Long urgency,
        @Nullable Long slaId,
        @Nullable Long sourceId,
        @Nullable Long customerId,
        @Nullable Long siteId,
        @Nullable Long userId,
        @Nullable Long parentTicketId,
        @Nullable Long approvalProcessId,
        List<Long> assetIds,
        Map<String, String> computed,
        @Nullable String summary,
        @Nullable String details,
        @Nullable String summaryTemplate,
        @Nullable String detailsTemplate,
        @Nullable String noteTemplate,
        @Nullable String locale,
        @Nullable String timeZone,
        List<String> groupBy,
        @Nullable String groupKey,
        @Nullable String group,
        Lifecycle lifecycle) {

    /** Nothing set. */
    public static final TicketTemplate NONE = new TicketTemplateBuilder().build();

    public TicketTemplate {
        priorityBySeverity = Map.copyOf(priorityBySeverity);
        priorityBySeverityAndImpact = Map.copyOf(priorityBySeverityAndImpact);
        categories = List.copyOf(categories);
        customFields = List.copyOf(customFields);
        assetIds = List.copyOf(assetIds);
        computed = sorted(computed);
        groupBy = List.copyOf(groupBy);
    }

    /** A builder with nothing set. */
    public static TicketTemplateBuilder builder() {
        return new TicketTemplateBuilder();
    }

    /** A builder that begins with these fields. */
    public TicketTemplateBuilder toBuilder() {
        return new TicketTemplateBuilder(this);
    }

    /** True where something has to be computed before the fields can be used. */
    public boolean computes() {
        return !computed.isEmpty() || groupKey != null;
    }

    /**
     * These fields where they are set, the wider ones elsewhere. Priorities, custom fields and categories are joined one by one;
     * a priority by severity hides the wider ones by that severity and an impact; of the two ways to group, the narrower place
     * chooses.
     */
    public TicketTemplate over(TicketTemplate wider) {
        if (NONE.equals(wider)) {
            return this;
        }
        if (NONE.equals(this)) {
            return wider;
        }
        var groups = !groupBy.isEmpty() || groupKey != null || group != null;
        return new TicketTemplate(
                first(ticketTypeId, wider.ticketTypeId),
                first(statusId, wider.statusId),
                joined(priorityBySeverity, wider.priorityBySeverity),
                pairs(wider),
                first(team, wider.team),
                first(agentId, wider.agentId),
                categories(categories, wider.categories),
                joined(customFields, wider.customFields),
                first(impact, wider.impact),
                first(urgency, wider.urgency),
                first(slaId, wider.slaId),
                first(sourceId, wider.sourceId),
                first(customerId, wider.customerId),
                first(siteId, wider.siteId),
                first(userId, wider.userId),
                first(parentTicketId, wider.parentTicketId),
                first(approvalProcessId, wider.approvalProcessId),
                assetIds.isEmpty() ? wider.assetIds : assetIds,
                joined(computed, wider.computed),
                first(summary, wider.summary),
                first(details, wider.details),
                first(summaryTemplate, wider.summaryTemplate),
                first(detailsTemplate, wider.detailsTemplate),
                first(noteTemplate, wider.noteTemplate),
                first(locale, wider.locale),
                first(timeZone, wider.timeZone),
                groups ? groupBy : wider.groupBy,
                groups ? groupKey : wider.groupKey,
                groups ? group : wider.group,
                lifecycle.over(wider.lifecycle));
    }

    /** The priority for a severity, with the ticket's impact; null where none is set. */
    public @Nullable Long priority(String severity) {
        var both = impact == null ? null : priorityBySeverityAndImpact.get(severity + "/" + impact);
        return both == null ? priorityBySeverity.get(severity) : both;
    }

    private Map<String, Long> pairs(TicketTemplate wider) {
        var pairs = wider.priorityBySeverityAndImpact;
        if (priorityBySeverity.isEmpty() || pairs.isEmpty()) {
            return joined(priorityBySeverityAndImpact, pairs);
        }
        var seen = new HashMap<>(pairs);
        seen.keySet()
                .removeIf(pair -> priorityBySeverity.containsKey(pair.substring(0, Math.max(0, pair.indexOf('/')))));
        return joined(priorityBySeverityAndImpact, seen);
    }

    private static <T> @Nullable T first(@Nullable T own, @Nullable T wider) {
        return own == null ? wider : own;
    }

    private static <V> Map<String, V> joined(Map<String, V> own, Map<String, V> wider) {
        if (own.isEmpty() || wider.isEmpty()) {
            return own.isEmpty() ? wider : own;
        }
        var all = new HashMap<>(wider);
        all.putAll(own);
        return all;
    }

    private static List<String> categories(List<String> own, List<String> wider) {
        if (own.isEmpty() || wider.isEmpty()) {
            return own.isEmpty() ? wider : own;
        }
        var all = new ArrayList<>(own);
        for (int i = 0; i < wider.size(); i++) {
            if (i == all.size()) {
                all.add(wider.get(i));
            } else if (all.get(i).isEmpty()) {
                all.set(i, wider.get(i));
            }
        }
        return all;
    }

    private static List<CustomField> joined(List<CustomField> own, List<CustomField> wider) {
        if (own.isEmpty() || wider.isEmpty()) {
            return own.isEmpty() ? wider : own;
        }
        var byName = new LinkedHashMap<String, CustomField>();
        wider.forEach(field -> byName.put(field.name(), field));
        own.forEach(field -> byName.put(field.name(), field));
        return new ArrayList<>(byName.values());
    }

    /** In the order of the names, which must not depend on the process: it decides which broken expression is named. */
    private static Map<String, String> sorted(Map<String, String> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(map));
    }
}
