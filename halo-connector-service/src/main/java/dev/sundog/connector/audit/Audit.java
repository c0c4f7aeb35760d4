package dev.sundog.connector.audit;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.Operation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The look for doubled tickets of one connection, and what is to be done with those found.
 *
 * @param serial counts its calls
 * @param due when it wants its next turn
 * @param callId the call that is out; null where there is none
 * @param asked ids of the tickets that the call asks about; empty while it repairs
 * @param repairs what is to be done yet, the first one first; its call is out if one is and it asks about nothing
 * @param told findings that were published, the oldest first, at most {@value #TOLD}
 */
public record Audit(
        String connectionId,
        long serial,
        Instant due,
        @Nullable String callId,
        List<Long> asked,
        List<Repair> repairs,
        List<String> told) {

    private static final String NAME = "//audit";
    private static final int TOLD = 200;

    public Audit {
        asked = List.copyOf(asked);
        repairs = List.copyOf(repairs);
        told = List.copyOf(told);
    }

    /** Of a connection that was never audited. */
    public static Audit of(String connectionId, Instant due) {
        return new Audit(connectionId, 0, due, null, List.of(), List.of(), List.of());
    }

    /** The name of a connection's audit where tickets have their key. */
    public static String key(String connectionId) {
        return connectionId + NAME;
    }

    /** The name of this one. */
    public String key() {
        return key(connectionId);
    }

    /** A call is out: about these tickets, or the first repair if there are none. */
    public Audit calling(List<Long> tickets) {
        return new Audit(connectionId, serial + 1, due, key() + "-c" + (serial + 1), tickets, repairs, told);
    }

    /** The call that is out. */
    public Call call(String tenantId, Instant notAfter, Instant now, Operation operation) {
        return new Call(
                Objects.requireNonNull(callId), key(), tenantId, connectionId, 1, now, notAfter, key(), operation);
    }

    /** Nothing is out; the next look is at that time, or now if something is to be repaired. */
    public Audit resting(Instant until, Instant now) {
        return new Audit(connectionId, serial, repairs.isEmpty() ? until : now, null, List.of(), repairs, told);
    }

    /** True if the finding was not published yet. */
    public boolean isNews(Finding finding) {
        return !told.contains(finding.findingId());
    }

    /** With a finding that is published, and what is to be done about it. */
    public Audit found(Finding finding) {
        List<String> findings = new ArrayList<>(told);
        findings.add(finding.findingId());
        if (findings.size() > TOLD) {
            findings.removeFirst();
        }
        List<Repair> next = new ArrayList<>(repairs);
        if (finding.remedy() != Remedy.REPORT) {
            finding.duplicateTicketIds()
                    .forEach(later -> next.add(new Repair(
                            finding.reference(), finding.keptTicketId(), later, finding.remedy() == Remedy.CLOSE)));
        }
        return new Audit(connectionId, serial, due, callId, asked, next, findings);
    }

    /** The first repair is done, or given up. */
    public Audit repaired() {
        return with(repairs.subList(1, repairs.size()));
    }

    /** Halo does not merge: the first repair is to be done by closing. */
    public Audit closingInstead() {
        List<Repair> next = new ArrayList<>(repairs);
        next.set(0, next.getFirst().byClosing());
        return with(next);
    }

    /** Something kept the call from being made; it is tried again after a while. */
    public Audit later(Duration pause, Instant now) {
        return new Audit(connectionId, serial, now.plus(pause), null, List.of(), repairs, told);
    }

    private Audit with(List<Repair> next) {
        return new Audit(connectionId, serial, due, callId, asked, next, told);
    }
}
