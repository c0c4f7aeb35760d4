package dev.sundog.local.chaos.check;

import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.PlannedEvent;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Whoever asks what became of an event gets the right answer. */
final class LookUpCheck implements Check {

    @Override
    public Stream<Violation> find(Facts facts) {
        // Nobody can tell whose a refused event is, so the gateway, which asks for a tenant's key, keeps it to itself.
        var atGateway = facts.accepted.stream().filter(event -> event.fate() != Fate.REFUSED);
        return Stream.concat(
                atGateway.flatMap(event -> wrong(Invariant.FOUND_AT_GATEWAY, event, facts.evidence.gateway())),
                facts.accepted.stream()
                        .flatMap(event -> wrong(Invariant.FOUND_AT_CONSOLE, event, facts.evidence.console())));
    }

    private static Stream<Violation> wrong(Invariant invariant, PlannedEvent event, Map<String, String> states) {
        if (event.fate() == Fate.DEAD) {
            return Stream.empty();
        }
        String state = states.get(event.id());
        if (state == null) {
            return Stream.of(new Violation(invariant, event.id(), "is not known there"));
        }
        // An event whose matter ended before Halo heard of it counts as suppressed or as ticketed there.
        Set<String> right = event.fate() == Fate.TICKETED
                ? Set.of("TICKETED", "SUPPRESSED")
                : Set.of(event.fate().name());
        return right.contains(state)
                ? Stream.empty()
                : Stream.of(new Violation(
                        invariant, event.id(), "is %s there, should be %s".formatted(state, event.fate())));
    }
}
