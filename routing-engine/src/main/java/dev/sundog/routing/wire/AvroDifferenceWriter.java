package dev.sundog.routing.wire;

import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.DraftAnswer;
import dev.sundog.delivery.DraftDifference;
import dev.sundog.delivery.FieldDifference;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.trial.Difference;
import dev.sundog.routing.trial.Example;
import java.time.Instant;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Writes what a draft in shadow would have decided otherwise. Not safe for several threads, as its serializer. */
public final class AvroDifferenceWriter {

    private static final int FIELDS = 50;
    private static final int SHOWN = 500;

    private final String topic;
    private final Serializer<SpecificRecord> serializer;

    public AvroDifferenceWriter(String topicPrefix, Serializer<SpecificRecord> serializer) {
        this.topic = Topics.ROUTING_DIFFERENCES.name(topicPrefix);
        this.serializer = serializer;
    }

    /**
     * The difference as a record's value.
     *
     * @param policy the active one, whose shadow the draft is
     * @throws org.apache.kafka.common.errors.RetriableException if the registry is away
     */
    public byte[] write(Event event, Policy policy, Difference difference, Instant decidedAt) {
        var draft = policy.shadow();
        var record = DraftDifference.newBuilder()
                .setEventId(event.eventId())
                .setEventKind(AvroDecisionWriter.kind(event))
                .setSource(event.source())
                .setOrganizationId(event.organizationId())
                .setTitle(event.title())
                .setTenantId(policy.tenantId())
                .setPolicyId(policy.id())
                .setPolicyVersion(policy.version())
                .setDraftVersion(draft == null ? 0 : draft.version())
                .setAcceptedAt(event.acceptedAt())
                .setDecidedAt(decidedAt)
                .setLive(answer(difference.live()))
                .setDraft(answer(difference.draft()))
                .setFields(difference.fields().stream()
                        .limit(FIELDS)
                        .map(field -> new FieldDifference(field.name(), cut(field.live()), cut(field.draft())))
                        .toList())
                .build();
        return serializer.serialize(topic, record);
    }

    private static DraftAnswer answer(Decision decision) {
        var rule = decision.trail().rule();
        var answer = DraftAnswer.newBuilder()
                .setOutcome(DecisionOutcome.valueOf(Example.outcomeOf(decision)))
                .setRuleId(rule == null ? null : rule.id());
        switch (decision) {
            case Decision.Routed routed -> answer.setTicketKey(routed.wish().ticketKey());
            case Decision.Suppressed suppressed -> answer.setDetail(cut(suppressed.detail()));
            case Decision.Parked parked -> answer.setReason(parked.reason()).setDetail(cut(parked.detail()));
            case Decision.Refused refused -> answer.setReason(refused.reason()).setDetail(cut(refused.detail()));
        }
        return answer.build();
    }

    private static @Nullable String cut(@Nullable String text) {
        if (text == null || text.codePointCount(0, text.length()) <= SHOWN) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }
}
