package dev.sundog.connector.lifecycle;

import dev.sundog.connector.audit.Audit;
import dev.sundog.connector.audit.AuditQueue;
import dev.sundog.connector.audit.Finding;
import dev.sundog.connector.audit.Findings;
import dev.sundog.connector.audit.Remedy;
import dev.sundog.connector.audit.Repair;
import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lane.Lanes;
import dev.sundog.connector.status.KnownTicket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The auditor's errands: which tickets it asks about, what it makes of the answer, and the repairs it does. */
final class Audits {

    private static final Duration REST = Duration.ofMinutes(5);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final ErrandPorts ports;
    private final Lanes lanes;
    private final TicketShelf shelf;
    private final Duration settling;
    private final Map<String, Audit> audits = new HashMap<>();
    private final Map<String, AuditQueue> queues = new HashMap<>();

    Audits(ErrandPorts ports, Lanes lanes, TicketShelf shelf, Duration settling) {
        this.ports = ports;
        this.lanes = lanes;
        this.shelf = shelf;
        this.settling = settling;
        // The restored ones leave the queue by themselves when they are too old.
        ports.shelf().eachKnown(known -> queue(known.connectionId()).put(known));
        ports.shelf().eachAudit(this::line);
    }

    /** A ticket was made. */
    void watch(KnownTicket ticket) {
        queue(ticket.connectionId()).put(ticket);
        if (!audits.containsKey(ticket.connectionId())) {
            ErrandTerms terms = ports.terms().apply(ticket.connectionId());
            keep(Audit.of(ticket.connectionId(), ticket.madeAt().plus(terms == null ? REST : terms.auditInterval())));
        }
    }

    void forget(String connectionId, long ticketId) {
        queue(connectionId).remove(ticketId);
    }

    @Nullable
    Call turn(String connectionId, ErrandTerms terms, String tenantId, Instant notAfter, Instant now) {
        Audit audit = audits.get(connectionId);
        if (audit == null || terms.auditInterval().isZero()) {
            if (audit != null) {
                keep(audit.later(REST, now));
            }
            return null;
        }
        if (!audit.repairs().isEmpty()) {
            return repair(audit, terms, tenantId, notAfter, now);
        }
        List<KnownTicket> asked = queue(connectionId).next(Operation.MOST_REFERENCES, now);
        if (asked.isEmpty()) {
            keep(audit.later(terms.auditInterval(), now));
            return null;
        }
        Audit calling = audit.calling(asked.stream().map(KnownTicket::ticketId).toList());
        keep(calling);
        List<String> references = asked.stream().map(KnownTicket::reference).toList();
        return calling.call(tenantId, notAfter, now, new Operation.FindDuplicates(references));
    }

    void ended(String connectionId, Input.CallEnded ended, @Nullable ErrandTerms terms, Instant now) {
        Audit audit = audits.get(connectionId);
        if (audit == null || !ended.callId().equals(audit.callId())) {
            return;
        }
        Duration interval = terms == null || terms.auditInterval().isZero() ? REST : terms.auditInterval();
        if (audit.asked().isEmpty()) {
            keep(repaired(audit, ended.end(), interval, now));
        } else if (ended.end() instanceof CallEnd.Done done) {
            Remedy remedy = terms == null ? Remedy.REPORT : terms.remedy();
            keep(looked(audit, done.tickets(), remedy, now).resting(now.plus(interval), now));
        } else {
            keep(audit.later(interval, now));
        }
    }

    private Audit looked(Audit audit, List<FoundTicket> tickets, Remedy remedy, Instant now) {
        Map<String, String> keys = new HashMap<>();
        for (long ticketId : audit.asked()) {
            KnownTicket known = ports.shelf().known(audit.connectionId(), ticketId);
            if (known != null) {
                keys.put(known.reference(), known.ticketKey());
                KnownTicket checked = known.checked(now);
                ports.shelf().put(checked);
                queue(audit.connectionId()).put(checked);
            }
        }
        Audit told = audit;
        for (Findings.Doubled doubled : Findings.of(tickets)) {
            Finding finding = new Finding(
                    audit.connectionId(),
                    keys.get(doubled.reference()),
                    doubled.reference(),
                    doubled.keptTicketId(),
                    doubled.laterTicketIds(),
                    remedy,
                    now);
            if (told.isNews(finding)) {
                ports.findings().accept(finding);
                told = told.found(finding);
            }
        }
        return told;
    }

    private @Nullable Call repair(Audit audit, ErrandTerms terms, String tenantId, Instant notAfter, Instant now) {
        Repair repair = audit.repairs().getFirst();
        Operation operation = repair.close()
                ? closing(audit.connectionId(), repair, terms)
                : new Operation.MergeTickets(repair.keptTicketId(), repair.laterTicketId());
        if (operation == null) {
            keep(audit.repaired().resting(now, now));
            return null;
        }
        Audit calling = audit.calling(List.of());
        keep(calling);
        return calling.call(tenantId, notAfter, now, operation);
    }

    /** Null where no status is known to close, or nobody knows the ticket that stays: then the finding must do. */
    private @Nullable Operation closing(String connectionId, Repair repair, ErrandTerms terms) {
        KnownTicket kept = ports.shelf().known(connectionId, repair.keptTicketId());
        TicketState state = kept == null ? null : shelf.ticket(kept.ticketKey());
        Long status = terms.closingStatusId();
        return state == null || status == null
                ? null
                : new Operation.ChangeStatus(
                        repair.laterTicketId(),
                        state.newest().fields().place(),
                        status,
                        "<p>This ticket is a double of ticket " + repair.keptTicketId()
                                + ", made when an answer got lost. It was closed automatically.</p>");
    }

    private static Audit repaired(Audit audit, CallEnd end, Duration interval, Instant now) {
        boolean merging = !audit.repairs().getFirst().close();
        return switch (end) {
            case CallEnd.Done _, CallEnd.NotFound _ -> audit.repaired().resting(now.plus(interval), now);
            case CallEnd.Rejected _, CallEnd.TooLarge _ ->
                (merging ? audit.closingInstead() : audit.repaired()).resting(now.plus(interval), now);
            // A note is not sent twice blindly; a merge is absolute. Either way the next look tells whether it is still
            // there.
            case CallEnd.Unknown _ -> (merging ? audit : audit.repaired()).later(AFTER_FAILURE, now);
            case CallEnd.RateLimited _,
                    CallEnd.AuthenticationFailed _,
                    CallEnd.PermissionDenied _,
                    CallEnd.NotSent _,
                    CallEnd.Expired _ -> audit.later(AFTER_FAILURE, now);
        };
    }

    private void keep(Audit audit) {
        ports.shelf().put(audit);
        line(audit);
    }

    private void line(Audit audit) {
        audits.put(audit.connectionId(), audit);
        int requests = audit.repairs().isEmpty() ? Operation.MOST_REFERENCES : 1;
        lanes.put(audit.connectionId(), audit.key(), Errands.want(audit.key(), audit.callId(), audit.due(), requests));
    }

    private AuditQueue queue(String connectionId) {
        return queues.computeIfAbsent(connectionId, _ -> new AuditQueue(settling));
    }
}
