package dev.sundog.local.chaos.check;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.PlannedEvent;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** Exactly once as far as Kafka goes: what came in went out, each record once. */
final class KafkaSideCheck implements Check {

    @Override
    public Stream<Violation> find(Facts facts) {
        return Stream.of(notAccepted(facts), lost(facts), decided(facts), dead(facts), requested(facts), told(facts))
                .flatMap(found -> found);
    }

    private static Stream<Violation> notAccepted(Facts facts) {
        return facts.evidence.undecided().stream()
                .sorted()
                .map(id -> new Violation(Invariant.ALL_ACCEPTED, id, "sent again and again, never answered with yes"));
    }

    private static Stream<Violation> lost(Facts facts) {
        var present = counts(facts.evidence.inputs(), Input::eventId);
        return facts.accepted.stream()
                .filter(event -> event.fate() != Fate.DEAD)
                .filter(event -> !present.containsKey(event.id()))
                .map(event -> new Violation(
                        Invariant.NOTHING_LOST,
                        event.id(),
                        "accepted at %s, in no topic"
                                .formatted(facts.evidence.accepted().get(event.id()))));
    }

    private static Stream<Violation> decided(Facts facts) {
        var present = counts(facts.evidence.inputs(), Input::eventId);
        return present.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .filter(entry -> facts.decisionsOf(entry.getKey()).size() != entry.getValue())
                .map(entry -> new Violation(
                        Invariant.DECIDED_ONCE,
                        entry.getKey(),
                        "%d records %s, decisions %s"
                                .formatted(
                                        entry.getValue(),
                                        inputPlaces(facts, entry.getKey()),
                                        facts.decisionsOf(entry.getKey()).stream()
                                                .map(Decided::place)
                                                .toList())));
    }

    private static Stream<Violation> dead(Facts facts) {
        long unreadable = facts.evidence.inputs().stream()
                .filter(input -> input.eventId().isEmpty())
                .count();
        long planned = facts.accepted.stream()
                .filter(event -> event.fate() == Fate.DEAD)
                .count();
        var letters = facts.evidence.deadLetters();
        long ofSources = letters.getOrDefault("alerts-v1", 0L) + letters.getOrDefault("recommendations-v1", 0L);
        var wrong = Stream.<Violation>builder();
        if (unreadable < planned) {
            wrong.add(new Violation(
                    Invariant.NOTHING_LOST,
                    "unreadable records",
                    "%d were accepted, %d are in their topic".formatted(planned, unreadable)));
        }
        if (ofSources != unreadable) {
            wrong.add(new Violation(
                    Invariant.DECIDED_ONCE,
                    "unreadable records",
                    "%d of them, %d dead letters".formatted(unreadable, ofSources)));
        }
        letters.entrySet().stream()
                .filter(entry -> !entry.getKey().equals("alerts-v1")
                        && !entry.getKey().equals("recommendations-v1")
                        && entry.getValue() > 0)
                .forEach(entry -> wrong.add(new Violation(
                        Invariant.ACCOUNTED, entry.getKey(), entry.getValue() + " dead letters of our own")));
        return wrong.build();
    }

    private static Stream<Violation> requested(Facts facts) {
        var requests = facts.evidence.requests().stream().collect(groupingBy(Requested::eventId));
        return facts.accepted.stream().map(PlannedEvent::id).distinct().flatMap(id -> {
            var routed =
                    facts.decisionsOf(id).stream().filter(Decided::isRouted).toList();
            var asked = requests.getOrDefault(id, List.of());
            return routed.size() == asked.size()
                    ? Stream.empty()
                    : Stream.of(new Violation(
                            Invariant.REQUESTED_ONCE,
                            id,
                            "decisions %s, requests %s"
                                    .formatted(
                                            routed.stream().map(Decided::place).toList(),
                                            asked.stream().map(Requested::place).toList())));
        });
    }

    private static Stream<Violation> told(Facts facts) {
        return facts.evidence.told().stream().collect(groupingBy(Told::eventId)).entrySet().stream()
                .filter(entry -> entry.getValue().size() > 1)
                .map(entry -> new Violation(
                        Invariant.TOLD_ONCE,
                        entry.getKey(),
                        "at " + entry.getValue().stream().map(Told::place).toList()));
    }

    private static List<Place> inputPlaces(Facts facts, String eventId) {
        return facts.evidence.inputs().stream()
                .filter(input -> input.eventId().equals(eventId))
                .map(Input::place)
                .toList();
    }

    private static <T> Map<String, Long> counts(List<T> all, Function<T, String> name) {
        return all.stream().collect(groupingBy(name, counting()));
    }
}
