package dev.sundog.local.chaos.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.sundog.local.chaos.load.Fate;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run came to, in numbers.
 *
 * @param accepted events
 * @param copies records of sources beyond one for each event: sent again, since the answer was lost
 * @param fates accepted events by what became of them; {@code IN_FLIGHT} should be absent
 * @param tickets in all Halos
 * @param openTickets of them
 * @param keys lasting matters with a ticket key
 * @param calls exchanges with Halo, by operation
 * @param results ends of calls, by result
 * @param waits from accepted to ticket, the shortest first, with the moment of acceptance
 */
public record Figures(
        int accepted,
        int copies,
        Map<String, Long> fates,
        int tickets,
        long openTickets,
        int keys,
        Map<String, Long> calls,
        Map<String, Long> results,
        List<Wait> waits) {

    public Figures {
        fates = Map.copyOf(fates);
        calls = Map.copyOf(calls);
        results = Map.copyOf(results);
        waits = List.copyOf(waits);
    }

    /** How long an event waited for its ticket. */
    public record Wait(Instant accepted, Duration length) {}

    static Figures of(Facts facts) {
        var evidence = facts.evidence;
        var conclusions = BalanceCheck.conclusions(evidence.told());
        Map<String, Long> fates = facts.accepted.stream()
                .collect(groupingBy(
                        event -> switch (event.fate()) {
                            case TICKETED -> fate(conclusions.get(event.id()));
                            case DEAD, SUPPRESSED, PARKED, REFUSED ->
                                event.fate() == Fate.DEAD
                                                || !facts.decisionsOf(event.id())
                                                        .isEmpty()
                                        ? event.fate().name()
                                        : "IN_FLIGHT";
                        },
                        TreeMap::new,
                        counting()));
        var readable = evidence.inputs().stream()
                .map(Input::eventId)
                .filter(id -> !id.isEmpty())
                .toList();
        var sent = evidence.ends().stream().filter(Ended::sent).toList();
        return new Figures(
                facts.accepted.size(),
                readable.size() - new HashSet<>(readable).size(),
                fates,
                evidence.tickets().size(),
                evidence.tickets().stream().filter(ticket -> !ticket.closed()).count(),
                Math.toIntExact(evidence.told().stream()
                        .filter(Told::isCreation)
                        .map(Told::ticketKey)
                        .distinct()
                        .count()),
                sent.stream().collect(groupingBy(Ended::operation, TreeMap::new, counting())),
                evidence.ends().stream().collect(groupingBy(Ended::result, TreeMap::new, counting())),
                waits(facts));
    }

    private static String fate(@Nullable Told conclusion) {
        if (conclusion == null) {
            return "IN_FLIGHT";
        }
        if (conclusion.isFailure()) {
            return "FAILED";
        }
        return conclusion.ticketId() > 0 ? "TICKETED" : "ENDED_BEFORE";
    }

    private static List<Wait> waits(Facts facts) {
        return facts.evidence.told().stream()
                .filter(Told::isCreation)
                .filter(told -> !told.causedBy().isEmpty())
                .flatMap(told -> facts.decisionsOf(told.causedBy().getLast()).stream()
                        .limit(1)
                        .map(decided ->
                                new Wait(decided.acceptedAt(), Duration.between(decided.acceptedAt(), told.at()))))
                .sorted(Comparator.comparing(Wait::length))
                .toList();
    }
}
