package dev.sundog.routing.wire;

import dev.sundog.configuration.CustomField;
import dev.sundog.configuration.DeletedTicketAction;
import dev.sundog.configuration.LifecycleSettings;
import dev.sundog.configuration.MergedTicketAction;
import dev.sundog.configuration.PersonClosedAction;
import dev.sundog.configuration.RepeatAfterClose;
import dev.sundog.configuration.ResolveAction;
import dev.sundog.configuration.UnsentResolution;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.DesiredState;
import dev.sundog.delivery.EventKind;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketFields;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.Severity;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.TicketWish;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.ticket.Lifecycle;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes decisions and ticket requests. Not safe for several threads, as its serializer. */
public final class AvroDecisionWriter {

    private final String topicPrefix;
    private final Serializer<SpecificRecord> serializer;

    public AvroDecisionWriter(String topicPrefix, Serializer<SpecificRecord> serializer) {
        this.topicPrefix = topicPrefix;
        this.serializer = serializer;
    }

    /**
     * The decision as a record's value.
     *
     * @param released true when the event was parked before
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away
     */
    public byte[] decision(Event event, Decision decision, Instant decidedAt, boolean released) {
        return decision(event, decision, decidedAt, released, null);
    }

    /**
     * The decision as a record's value.
     *
     * @param released true when the event was parked before
     * @param decidedBy the person who released or discarded it
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away
     */
    public byte[] decision(
            Event event, Decision decision, Instant decidedAt, boolean released, @Nullable String decidedBy) {
        var trail = decision.trail();
        var organization = trail.organization();
        var connection = trail.connection();
        var policy = trail.policy();
        var rule = trail.rule();
        var record = RoutingDecision.newBuilder()
                .setEventId(event.eventId())
                .setEventKind(kind(event))
                .setSource(event.source())
                .setOrganizationId(event.organizationId())
                .setTitle(event.title())
                .setDedupKey(event.dedupKey())
                .setTenantId(trail.tenantId())
                .setOccurredAt(event.occurredAt())
                .setAcceptedAt(event.acceptedAt())
                .setDecidedAt(decidedAt)
                .setReleased(released)
                .setDecidedBy(decidedBy);
        var silence = trail.silence();
        if (silence != null) {
            record.setSilenceId(silence.id()).setSilenceVersion(silence.version());
        }
        if (organization != null) {
            record.setCustomerId(organization.customerId()).setOrganizationVersion(organization.version());
        }
        if (connection != null) {
            record.setConnectionId(connection.id()).setConnectionVersion(connection.version());
        }
        if (policy != null) {
            record.setPolicyId(policy.id()).setPolicyVersion(policy.version());
        }
        if (rule != null) {
            record.setRuleId(rule.id()).setRuleName(rule.name());
        }
        return serializer.serialize(
                Topics.ROUTING_DECISIONS.name(topicPrefix),
                outcome(record, decision).build());
    }

    /**
     * The ticket request as a record's value.
     *
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away
     */
    public byte[] request(Event event, Decision.Routed routed, Instant decidedAt) {
        var wish = routed.wish();
        var policy = routed.trail().policy();
        var rule = routed.trail().rule();
        var request = TicketRequest.newBuilder()
                .setRequestId(event.source() + "/" + event.eventId())
                .setEventId(event.eventId())
                .setEventKind(kind(event))
                .setSource(event.source())
                .setDedupKey(event.dedupKey())
                .setTenantId(wish.tenantId())
                .setConnectionId(wish.connectionId())
                .setOrganizationId(event.organizationId())
                .setTicketKey(wish.ticketKey())
                .setDesired(wish.resolved() ? DesiredState.RESOLVED : DesiredState.OPEN)
                .setSeverity(Severity.valueOf(event.severity().name()))
                .setOccurredAt(event.occurredAt())
                .setAcceptedAt(event.acceptedAt())
                .setDecidedAt(decidedAt)
                .setPolicyId(policy == null ? null : policy.id())
                .setPolicyVersion(policy == null ? null : (Long) policy.version())
                .setRuleId(rule == null ? null : rule.id())
                .setFields(fields(wish))
                .setNoteHtml(wish.noteHtml())
                .setLifecycle(life(wish.life()))
                .build();
        return serializer.serialize(Topics.TICKET_REQUESTS.name(topicPrefix), request);
    }

    static EventKind kind(Event event) {
        return switch (event.kind()) {
            case ALERT -> EventKind.ALERT;
            case RECOMMENDATION -> EventKind.RECOMMENDATION;
        };
    }

    private static RoutingDecision.Builder outcome(RoutingDecision.Builder record, Decision decision) {
        return switch (decision) {
            case Decision.Routed routed ->
                record.setOutcome(DecisionOutcome.ROUTED)
                        .setTicketKey(routed.wish().ticketKey());
            case Decision.Suppressed suppressed ->
                record.setOutcome(DecisionOutcome.SUPPRESSED).setDetail(suppressed.detail());
            case Decision.Parked parked ->
                record.setOutcome(DecisionOutcome.PARKED)
                        .setReason(parked.reason())
                        .setDetail(parked.detail());
            case Decision.Refused refused ->
                record.setOutcome(DecisionOutcome.REFUSED)
                        .setReason(refused.reason())
                        .setDetail(refused.detail());
        };
    }

    private static TicketFields fields(TicketWish wish) {
        var from = wish.fields();
        return TicketFields.newBuilder()
                .setCustomerId(from.customerId())
                .setSiteId(from.siteId())
                .setUserId(from.userId())
                .setTicketTypeId(from.ticketTypeId())
                .setStatusId(from.statusId())
                .setPriorityId(from.priorityId())
                .setTeam(from.team())
                .setAgentId(from.agentId())
                .setCategories(from.categories())
                .setCustomFields(from.customFields().stream()
                        .map(field -> new CustomField(field.name(), field.value()))
                        .toList())
                .setImpact(from.impact())
                .setUrgency(from.urgency())
                .setSlaId(from.slaId())
                .setSourceId(from.sourceId())
                .setParentId(from.parentId())
                .setAssetIds(from.assetIds())
                .setApprovalProcessId(from.approvalProcessId())
                .setSummary(from.summary())
                .setDetailsHtml(from.detailsHtml())
                .build();
    }

    private static LifecycleSettings life(Lifecycle life) {
        return LifecycleSettings.newBuilder()
                .setOnResolve(same(life.onResolve(), ResolveAction.class))
                .setClosedStatusId(life.closedStatusId())
                .setQuietPeriodSeconds(life.quietPeriodSeconds())
                .setReopenWindowSeconds(life.reopenWindowSeconds())
                .setAfterReopenWindow(same(life.afterReopenWindow(), RepeatAfterClose.class))
                .setOnUnsentResolution(same(life.onUnsentResolution(), UnsentResolution.class))
                .setCloseTouched(life.closeTouched())
                .setCloseWithinSeconds(life.closeWithinSeconds())
                .setNoteIntervalSeconds(life.noteIntervalSeconds())
                .setFlapThreshold(life.flapThreshold())
                .setFlapWindowSeconds(life.flapWindowSeconds())
                .setOnDeleted(same(life.onDeleted(), DeletedTicketAction.class))
                .setOnMerged(same(life.onMerged(), MergedTicketAction.class))
                .setOnClosedByPerson(same(life.onClosedByPerson(), PersonClosedAction.class))
                .build();
    }

    /** The contract's constant of the same name; null for none. */
    private static <E extends Enum<E>> @Nullable E same(@Nullable Enum<?> ours, Class<E> contract) {
        return ours == null ? null : Enum.valueOf(contract, ours.name());
    }
}
