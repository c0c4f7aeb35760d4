package dev.sundog.local.chaos.check;

import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.PlannedEvent;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Each accepted event came to its end, and to the right one. */
final class BalanceCheck implements Check {

    @Override
    public Stream<Violation> find(Facts facts) {
        Map<String, Told> conclusions = conclusions(facts.evidence.told());
        return facts.accepted.stream()
                .filter(event -> event.fate() != Fate.DEAD)
                .flatMap(event -> wrong(facts, conclusions, event).stream());
    }

    /** The last ticket event that concludes an event, by its id. */
    static Map<String, Told> conclusions(List<Told> told) {
        Map<String, Told> conclusions = new HashMap<>();
        told.stream()
                .filter(Told::concludes)
                .forEach(each ->
                        each.causedBy().forEach(eventId -> conclusions.merge(eventId, each, BalanceCheck::later)));
        return conclusions;
    }

    private static Optional<Violation> wrong(Facts facts, Map<String, Told> conclusions, PlannedEvent event) {
        var decisions = facts.decisionsOf(event.id());
        if (decisions.isEmpty()) {
            return violation(event, "in flight: no decision");
        }
        String wanted =
                event.fate() == Fate.TICKETED ? Decided.ROUTED : event.fate().name();
        var other = decisions.stream()
                .filter(decided -> !decided.outcome().equals(wanted))
                .findFirst();
        if (other.isPresent()) {
            return violation(
                    event,
                    "decided %s, should be %s, at %s"
                            .formatted(
                                    other.get().outcome(), wanted, other.get().place()));
        }
        if (event.fate() != Fate.TICKETED) {
            return Optional.empty();
        }
        Told conclusion = conclusions.get(event.id());
        if (conclusion == null) {
            return violation(
                    event,
                    "in flight: no ticket event names it; ticket key %s, decided at %s"
                            .formatted(
                                    decisions.getFirst().ticketKey(),
                                    decisions.getFirst().place()));
        }
        return conclusion.isFailure()
                ? violation(event, "failed for good, see %s".formatted(conclusion.place()))
                : Optional.empty();
    }

    private static Told later(Told one, Told other) {
        return other.at().isBefore(one.at()) ? one : other;
    }

    private static Optional<Violation> violation(PlannedEvent event, String evidence) {
        return Optional.of(new Violation(Invariant.ACCOUNTED, event.id(), evidence));
    }
}
