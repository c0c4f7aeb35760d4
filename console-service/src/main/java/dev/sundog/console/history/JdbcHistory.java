package dev.sundog.console.history;

import dev.sundog.console.history.HistoryEntry.Accepted;
import dev.sundog.console.history.HistoryEntry.CallEnded;
import dev.sundog.console.history.HistoryEntry.CallIssued;
import dev.sundog.console.history.HistoryEntry.Decided;
import dev.sundog.console.history.HistoryEntry.LaneTold;
import dev.sundog.console.history.HistoryEntry.Requested;
import dev.sundog.console.history.HistoryEntry.TicketTold;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes the history to PostgreSQL: what was said first, then what follows from it for the events and tickets touched. */
final class JdbcHistory implements History {

    // An event that was sent twice is what it was first, in the statement as here.
    private static final Comparator<Accepted> FIRST = Comparator.comparing(Accepted::acceptedAt)
            .thenComparing(Accepted::occurredAt)
            .thenComparing(Accepted::title);

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    JdbcHistory(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void write(List<HistoryEntry> entries) {
        try {
            transaction.executeWithoutResult(_ -> {
                accepted(entries);
                decided(entries);
                requested(entries);
                issued(entries);
                ended(entries);
                told(entries);
                lanes(entries);
                conclude(entries);
            });
        } catch (DataIntegrityViolationException e) {
            throw new UnholdableException(e);
        }
    }

    private void accepted(List<HistoryEntry> entries) {
        var events = Stream.concat(
                entries.stream().filter(Accepted.class::isInstance).map(Accepted.class::cast),
                of(Decided.class, entries).map(Decided::accepted));
        batch(
                JdbcHistoryStatements.EVENT,
                once(events, Accepted::event, JdbcHistory::earlier).stream()
                        .map(it -> row(
                                it.event().eventId(),
                                it.event().source(),
                                it.event().organizationId(),
                                it.kind(),
                                it.tenantId(),
                                it.title(),
                                it.dedupKey(),
                                time(it.occurredAt()),
                                time(it.acceptedAt()))));
    }

    private void decided(List<HistoryEntry> entries) {
        batch(JdbcHistoryStatements.DECISION, of(Decided.class, entries).map(it -> {
            var rule = it.rule();
            var silence = it.silence();
            return row(
                    it.accepted().event().eventId(),
                    it.accepted().event().source(),
                    it.accepted().event().organizationId(),
                    time(it.decidedAt()),
                    it.released(),
                    it.outcome(),
                    it.reason(),
                    it.detail(),
                    it.accepted().tenantId(),
                    rule == null ? null : rule.policyId(),
                    rule == null ? null : rule.policyVersion(),
                    rule == null ? null : rule.ruleId(),
                    rule == null ? null : rule.ruleName(),
                    it.customerId(),
                    it.connectionId(),
                    it.ticketKey(),
                    silence == null ? null : silence.silenceId(),
                    silence == null ? null : silence.silenceVersion(),
                    it.decidedBy());
        }));
    }

    private void requested(List<HistoryEntry> entries) {
        batch(
                JdbcHistoryStatements.REQUEST,
                of(Requested.class, entries)
                        .map(it -> row(
                                it.event().eventId(),
                                it.event().source(),
                                it.event().organizationId(),
                                it.ticketKey(),
                                it.tenantId(),
                                time(it.decidedAt()))));
    }

    private void issued(List<HistoryEntry> entries) {
        batch(
                JdbcHistoryStatements.CALL,
                once(of(CallIssued.class, entries), it -> it.call().callId(), (a, _) -> a).stream()
                        .map(it -> row(
                                it.call().callId(),
                                it.call().ticketKey(),
                                it.call().tenantId(),
                                it.call().connectionId(),
                                it.call().operation(),
                                it.attempt(),
                                time(it.issuedAt()))));
    }

    private void ended(List<HistoryEntry> entries) {
        batch(
                JdbcHistoryStatements.OUTCOME,
                once(of(CallEnded.class, entries), it -> it.call().callId(), JdbcHistory::later).stream()
                        .map(it -> row(
                                it.call().callId(),
                                it.call().ticketKey(),
                                it.call().tenantId(),
                                it.call().connectionId(),
                                it.call().operation(),
                                it.result(),
                                it.httpStatus(),
                                it.detail(),
                                time(it.endedAt()),
                                it.ticketId())));
    }

    private void told(List<HistoryEntry> entries) {
        batch(
                JdbcHistoryStatements.TICKET_EVENT,
                of(TicketTold.class, entries)
                        .map(it -> row(
                                it.eventId(),
                                it.type(),
                                it.rank(),
                                time(it.occurredAt()),
                                it.ticket().tenantId(),
                                it.ticket().connectionId(),
                                it.ticket().organizationId(),
                                it.ticket().ticketKey(),
                                it.ticket().source(),
                                new SqlParameterValue(Types.ARRAY, it.causedBy().toArray(String[]::new)),
                                it.state(),
                                it.ticket().ticketId(),
                                it.ticket().ticketUrl(),
                                it.ticket().summary(),
                                it.occurrences(),
                                it.detail())));
    }

    private void lanes(List<HistoryEntry> entries) {
        batch(
                JdbcHistoryStatements.LANE,
                once(of(LaneTold.class, entries).map(LaneTold::lane), LaneView::connectionId, JdbcHistory::later)
                        .stream()
                        .map(it -> row(
                                it.connectionId(),
                                it.tenantId(),
                                it.state(),
                                it.reason(),
                                it.detail(),
                                timeOrNull(it.until()),
                                it.pending(),
                                timeOrNull(it.oldestSince()),
                                it.budget(),
                                it.spent(),
                                it.storms(),
                                time(it.toldAt()))));
    }

    private void conclude(List<HistoryEntry> entries) {
        Set<String> events = of(Decided.class, entries)
                .map(it -> it.accepted().event().eventId())
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> tickets = of(TicketTold.class, entries)
                .map(it -> it.ticket().ticketKey())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!tickets.isEmpty()) {
            jdbc.update(JdbcHistoryStatements.CONCLUDE_TICKETS, array(tickets));
        }
        if (!events.isEmpty() || !tickets.isEmpty()) {
            jdbc.update(JdbcHistoryStatements.CONCLUDE_EVENTS, array(events), array(tickets));
        }
    }

    private void batch(String statement, Stream<Object[]> rows) {
        var list = rows.toList();
        if (!list.isEmpty()) {
            jdbc.batchUpdate(statement, list);
        }
    }

    private static <E> Stream<E> of(Class<E> type, List<HistoryEntry> entries) {
        return entries.stream().filter(type::isInstance).map(type::cast);
    }

    // In one statement PostgreSQL changes a row once; in one order, two consoles do not lock each other out.
    private static <K extends Comparable<K>, E> Collection<E> once(
            Stream<E> entries, Function<E, K> key, BinaryOperator<E> both) {
        Map<K, E> once = entries.collect(Collectors.toMap(key, Function.identity(), both, TreeMap::new));
        return once.values();
    }

    private static Accepted earlier(Accepted one, Accepted other) {
        var otherFirst = FIRST.compare(other, one) < 0;
        var first = otherFirst ? other : one;
        var second = otherFirst ? one : other;
        var tenant = first.tenantId() == null ? second.tenantId() : first.tenantId();
        return new Accepted(
                first.event(),
                first.kind(),
                tenant,
                first.title(),
                first.dedupKey(),
                first.occurredAt(),
                first.acceptedAt());
    }

    private static CallEnded later(CallEnded one, CallEnded other) {
        return other.endedAt().isAfter(one.endedAt()) ? other : one;
    }

    private static LaneView later(LaneView one, LaneView other) {
        return other.toldAt().isAfter(one.toldAt()) ? other : one;
    }

    private static SqlParameterValue array(Collection<String> texts) {
        return new SqlParameterValue(Types.ARRAY, texts.toArray(String[]::new));
    }

    @SuppressWarnings("NullAway") // Spring takes a null for a column without a value; its types do not say so
    private static Object[] row(@Nullable Object... values) {
        return values;
    }

    private static @Nullable OffsetDateTime timeOrNull(@Nullable Instant moment) {
        return moment == null ? null : time(moment);
    }

    private static OffsetDateTime time(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
