package dev.sundog.connector.stream;

import dev.sundog.configuration.DuplicateAction;
import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.audit.Finding;
import dev.sundog.connector.audit.Repair;
import dev.sundog.connector.status.KnownTicket;
import dev.sundog.connector.status.Notice;
import dev.sundog.connector.status.Poll;
import dev.sundog.connector.stream.state.AuditRow;
import dev.sundog.connector.stream.state.KnownTicketRow;
import dev.sundog.connector.stream.state.PollRow;
import dev.sundog.connector.stream.state.RepairRow;
import dev.sundog.delivery.DuplicateFinding;
import dev.sundog.delivery.HaloNotice;

/** What errands keep to and from their rows, notices from their topic, findings to theirs. */
final class AvroErrands {

    private AvroErrands() {}

    static Notice read(HaloNotice avro) {
        return new Notice(
                avro.getNoticeId(), avro.getTenantId(), avro.getConnectionId(), avro.getTicketId(), avro.getStatusId());
    }

    static DuplicateFinding write(Finding finding, String tenantId) {
        return DuplicateFinding.newBuilder()
                .setFindingId(finding.findingId())
                .setTenantId(tenantId)
                .setConnectionId(finding.connectionId())
                .setTicketKey(finding.ticketKey())
                .setReference(finding.reference())
                .setKeptTicketId(finding.keptTicketId())
                .setDuplicateTicketIds(finding.duplicateTicketIds())
                .setAction(DuplicateAction.valueOf(finding.remedy().name()))
                .setFoundAt(finding.foundAt())
                .build();
    }

    static KnownTicketRow write(KnownTicket ticket) {
        return new KnownTicketRow(
                ticket.connectionId(),
                ticket.ticketId(),
                ticket.ticketKey(),
                ticket.reference(),
                ticket.madeAt(),
                ticket.changedAt(),
                ticket.checkedAt(),
                ticket.notices());
    }

    static KnownTicket read(KnownTicketRow row) {
        return new KnownTicket(
                row.getConnectionId(),
                row.getTicketId(),
                row.getTicketKey(),
                row.getReference(),
                row.getMadeAt(),
                row.getChangedAt(),
                row.getCheckedAt(),
                row.getNotices());
    }

    static PollRow write(Poll poll) {
        return new PollRow(
                poll.connectionId(),
                poll.serial(),
                poll.due(),
                poll.since(),
                poll.page(),
                poll.begun(),
                poll.newest(),
                poll.callId());
    }

    static Poll read(PollRow row) {
        return new Poll(
                row.getConnectionId(),
                row.getSerial(),
                row.getDue(),
                row.getSince(),
                row.getPage(),
                row.getBegun(),
                row.getNewest(),
                row.getCallId());
    }

    static AuditRow write(Audit audit) {
        return new AuditRow(
                audit.connectionId(),
                audit.serial(),
                audit.due(),
                audit.callId(),
                audit.asked(),
                audit.repairs().stream()
                        .map(repair -> new RepairRow(
                                repair.reference(), repair.keptTicketId(), repair.laterTicketId(), repair.close()))
                        .toList(),
                audit.told());
    }

    static Audit read(AuditRow row) {
        return new Audit(
                row.getConnectionId(),
                row.getSerial(),
                row.getDue(),
                row.getCallId(),
                row.getAsked(),
                row.getRepairs().stream()
                        .map(repair -> new Repair(
                                repair.getReference(),
                                repair.getKeptTicketId(),
                                repair.getLaterTicketId(),
                                repair.getClose()))
                        .toList(),
                row.getTold());
    }
}
