package dev.sundog.connector.stream;

import dev.sundog.connector.call.CustomField;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.lifecycle.FlapRules;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.LifeRules;
import dev.sundog.connector.lifecycle.PartingRules;
import dev.sundog.connector.lifecycle.Wish;
import dev.sundog.connector.stream.state.FieldRow;
import dev.sundog.connector.stream.state.FieldsRow;
import dev.sundog.connector.stream.state.WishRow;
import java.time.Duration;

/** Wishes to and from their rows. */
final class AvroWishes {

    private AvroWishes() {}

    static WishRow write(Wish wish) {
        return WishRow.newBuilder()
                .setEventId(wish.eventId())
                .setDedupKey(wish.dedupKey())
                .setOpen(wish.goal() == Goal.OPEN)
                .setCritical(wish.severity() == Severity.CRITICAL)
                .setSeverity(wish.severity().name())
                .setAcceptedAt(wish.acceptedAt())
                .setFields(write(wish.fields()))
                .setNoteHtml(wish.noteHtml())
                .setCloses(wish.rules().closes())
                .setClosedStatusId(wish.rules().closedStatusId())
                .setQuietPeriodMillis(wish.rules().quietPeriod().toMillis())
                .setReopenWindowMillis(wish.rules().reopenWindow().toMillis())
                .setChildAfterwards(wish.rules().childAfterwards())
                .setCreatesUnsent(wish.rules().createsUnsent())
                .setClosesTouched(wish.rules().closesTouched())
                .setCloseWithinMillis(wish.rules().closeWithin().toMillis())
                .setNoteIntervalMillis(wish.rules().noteInterval().toMillis())
                .setFlapThreshold(wish.rules().flapping().threshold())
                .setFlapWindowMillis(wish.rules().flapping().window().toMillis())
                .setOnDeleted(wish.rules().parting().deleted().name())
                .setOnMerged(wish.rules().parting().merged().name())
                .setOnClosedByPerson(wish.rules().parting().closed().name())
                .build();
    }

    static Wish read(WishRow row) {
        return new Wish(
                row.getEventId(),
                row.getDedupKey(),
                row.getOpen() ? Goal.OPEN : Goal.RESOLVED,
                severity(row),
                row.getAcceptedAt(),
                read(row.getFields()),
                row.getNoteHtml(),
                rules(row));
    }

    private static LifeRules rules(WishRow row) {
        return new LifeRules(
                row.getCloses(),
                row.getClosedStatusId(),
                Duration.ofMillis(row.getQuietPeriodMillis()),
                Duration.ofMillis(row.getReopenWindowMillis()),
                row.getChildAfterwards(),
                row.getCreatesUnsent(),
                row.getClosesTouched(),
                Duration.ofMillis(row.getCloseWithinMillis()),
                Duration.ofMillis(row.getNoteIntervalMillis()),
                new FlapRules(row.getFlapThreshold(), Duration.ofMillis(row.getFlapWindowMillis())),
                new PartingRules(
                        PartingRules.Deleted.valueOf(row.getOnDeleted()),
                        PartingRules.Merged.valueOf(row.getOnMerged()),
                        PartingRules.Closed.valueOf(row.getOnClosedByPerson())));
    }

    /** An older version kept no more than whether it was critical. */
    private static Severity severity(WishRow row) {
        String name = row.getSeverity();
        if (name != null) {
            return Severity.valueOf(name);
        }
        return row.getCritical() ? Severity.CRITICAL : Severity.MEDIUM;
    }

    private static FieldsRow write(TicketFields fields) {
        return FieldsRow.newBuilder()
                .setCustomerId(fields.customerId())
                .setSiteId(fields.siteId())
                .setUserId(fields.userId())
                .setTicketTypeId(fields.ticketTypeId())
                .setStatusId(fields.statusId())
                .setPriorityId(fields.priorityId())
                .setTeam(fields.team())
                .setAgentId(fields.agentId())
                .setCategories(fields.categories())
                .setCustomFields(fields.customFields().stream()
                        .map(field -> new FieldRow(field.name(), field.value()))
                        .toList())
                .setImpact(fields.impact())
                .setUrgency(fields.urgency())
                .setSlaId(fields.slaId())
                .setSourceId(fields.sourceId())
                .setParentId(fields.parentId())
                .setAssetIds(fields.assetIds())
                .setApprovalProcessId(fields.approvalProcessId())
                .setSummary(fields.summary())
                .setDetailsHtml(fields.detailsHtml())
                .build();
    }

    private static TicketFields read(FieldsRow row) {
        return new TicketFields(
                row.getCustomerId(),
                row.getSiteId(),
                row.getUserId(),
                row.getTicketTypeId(),
                row.getStatusId(),
                row.getPriorityId(),
                row.getTeam(),
                row.getAgentId(),
                row.getCategories(),
                row.getCustomFields().stream()
                        .map(field -> new CustomField(field.getName(), field.getValue()))
                        .toList(),
                row.getImpact(),
                row.getUrgency(),
                row.getSlaId(),
                row.getSourceId(),
                row.getParentId(),
                row.getAssetIds(),
                row.getApprovalProcessId(),
                row.getSummary(),
                row.getDetailsHtml());
    }
}
