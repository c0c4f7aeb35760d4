package dev.sundog.routing.ticket;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts the fields of a ticket together, one by one. For one thread. */
public final class TicketTemplateBuilder {

    private @Nullable Long ticketTypeId;
    private @Nullable Long statusId;
    private Map<String, Long> priorityBySeverity = Map.of();
    private Map<String, Long> priorityBySeverityAndImpact = Map.of();
    private @Nullable String team;
    private @Nullable Long agentId;
    private List<String> categories = List.of();
    private List<CustomField> customFields = List.of();
    private @Nullable Long impact;
    private @Nullable Long urgency;
    private @Nullable Long slaId;
    private @Nullable Long sourceId;
    private @Nullable Long customerId;
    private @Nullable Long siteId;
    private @Nullable Long userId;
    private @Nullable Long parentTicketId;
    private @Nullable Long approvalProcessId;
    private List<Long> assetIds = List.of();
    private Map<String, String> computed = Map.of();
    private @Nullable String summary;
    private @Nullable String details;
    private @Nullable String summaryTemplate;
    private @Nullable String detailsTemplate;
    private @Nullable String noteTemplate;
    private @Nullable String locale;
    private @Nullable String timeZone;
    private List<String> groupBy = List.of();
    private @Nullable String groupKey;
    private @Nullable String group;
    private Lifecycle lifecycle = Lifecycle.NONE;

    TicketTemplateBuilder() {}

    TicketTemplateBuilder(TicketTemplate from) {
        ticketTypeId = from.ticketTypeId();
        statusId = from.statusId();
        priorityBySeverity = from.priorityBySeverity();
        priorityBySeverityAndImpact = from.priorityBySeverityAndImpact();
        team = from.team();
        agentId = from.agentId();
        categories = from.categories();
        customFields = from.customFields();
        impact = from.impact();
        urgency = from.urgency();
        slaId = from.slaId();
        sourceId = from.sourceId();
        customerId = from.customerId();
        siteId = from.siteId();
        userId = from.userId();
        parentTicketId = from.parentTicketId();
        approvalProcessId = from.approvalProcessId();
        assetIds = from.assetIds();
        computed = from.computed();
        summary = from.summary();
        details = from.details();
        summaryTemplate = from.summaryTemplate();
        detailsTemplate = from.detailsTemplate();
        noteTemplate = from.noteTemplate();
        locale = from.locale();
        timeZone = from.timeZone();
        groupBy = from.groupBy();
        groupKey = from.groupKey();
        group = from.group();
        lifecycle = from.lifecycle();
    }

    public TicketTemplate build() {
        return new TicketTemplate(
                ticketTypeId,
                statusId,
                priorityBySeverity,
                priorityBySeverityAndImpact,
                team,
                agentId,
                categories,
                customFields,
                impact,
                urgency,
                slaId,
                sourceId,
                customerId,
                siteId,
                userId,
                parentTicketId,
                approvalProcessId,
                assetIds,
                computed,
                summary,
                details,
                summaryTemplate,
                detailsTemplate,
                noteTemplate,
                locale,
                timeZone,
                groupBy,
                groupKey,
                group,
                lifecycle);
    }

    public TicketTemplateBuilder ticketTypeId(@Nullable Long value) {
        ticketTypeId = value;
        return this;
    }

    public TicketTemplateBuilder statusId(@Nullable Long value) {
        statusId = value;
        return this;
    }

    public TicketTemplateBuilder priorityBySeverity(Map<String, Long> value) {
        priorityBySeverity = value;
        return this;
    }

    public TicketTemplateBuilder priorityBySeverityAndImpact(Map<String, Long> value) {
        priorityBySeverityAndImpact = value;
        return this;
    }

    public TicketTemplateBuilder team(@Nullable String value) {
        team = value;
        return this;
    }

    public TicketTemplateBuilder agentId(@Nullable Long value) {
        agentId = value;
        return this;
    }

    public TicketTemplateBuilder categories(List<String> value) {
        categories = value;
        return this;
    }

    public TicketTemplateBuilder customFields(List<CustomField> value) {
        customFields = value;
        return this;
    }

    public TicketTemplateBuilder impact(@Nullable Long value) {
        impact = value;
        return this;
    }

    public TicketTemplateBuilder urgency(@Nullable Long value) {
        urgency = value;
        return this;
    }

    public TicketTemplateBuilder slaId(@Nullable Long value) {
        slaId = value;
        return this;
    }

    public TicketTemplateBuilder sourceId(@Nullable Long value) {
        sourceId = value;
        return this;
    }

    public TicketTemplateBuilder customerId(@Nullable Long value) {
        customerId = value;
        return this;
    }

    public TicketTemplateBuilder siteId(@Nullable Long value) {
        siteId = value;
        return this;
    }

    public TicketTemplateBuilder userId(@Nullable Long value) {
        userId = value;
        return this;
    }

    public TicketTemplateBuilder parentTicketId(@Nullable Long value) {
        parentTicketId = value;
        return this;
    }

    public TicketTemplateBuilder approvalProcessId(@Nullable Long value) {
        approvalProcessId = value;
        return this;
    }

    public TicketTemplateBuilder assetIds(List<Long> value) {
        assetIds = value;
        return this;
    }

    public TicketTemplateBuilder computed(Map<String, String> value) {
        computed = value;
        return this;
    }

    public TicketTemplateBuilder summary(@Nullable String value) {
        summary = value;
        return this;
    }

    public TicketTemplateBuilder details(@Nullable String value) {
        details = value;
        return this;
    }

    public TicketTemplateBuilder summaryTemplate(@Nullable String value) {
        summaryTemplate = value;
        return this;
    }

    public TicketTemplateBuilder detailsTemplate(@Nullable String value) {
        detailsTemplate = value;
        return this;
    }

    public TicketTemplateBuilder noteTemplate(@Nullable String value) {
        noteTemplate = value;
        return this;
    }

    public TicketTemplateBuilder locale(@Nullable String value) {
        locale = value;
        return this;
    }

    public TicketTemplateBuilder timeZone(@Nullable String value) {
        timeZone = value;
        return this;
    }

    public TicketTemplateBuilder groupBy(List<String> value) {
        groupBy = value;
        return this;
    }

    public TicketTemplateBuilder groupKey(@Nullable String value) {
        groupKey = value;
        return this;
    }

    public TicketTemplateBuilder group(@Nullable String value) {
        group = value;
        return this;
    }

    public TicketTemplateBuilder lifecycle(Lifecycle value) {
        lifecycle = value;
        return this;
    }
}
