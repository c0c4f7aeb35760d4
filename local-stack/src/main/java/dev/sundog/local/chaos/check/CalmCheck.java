package dev.sundog.local.chaos.check;

import java.util.stream.Stream;

/** Nothing is left to be done. */
final class CalmCheck implements Check {

    @Override
    public Stream<Violation> find(Facts facts) {
        var lags = facts.evidence.lags().stream()
                .filter(lag -> lag.records() > 0)
                .map(lag -> new Violation(
                        Invariant.NO_LAG,
                        lag.group(),
                        "%d records of %s-%d are not read".formatted(lag.records(), lag.topic(), lag.partition())));
        var hanging = facts.evidence.hanging().stream()
                .map(partition -> new Violation(
                        Invariant.NO_HANGING_TRANSACTION, partition, "readers of committed records cannot go on"));
        var ill = facts.evidence.ill().entrySet().stream()
                .map(part -> new Violation(Invariant.ALL_WELL, part.getKey(), part.getValue()));
        return Stream.of(lags, hanging, ill).flatMap(found -> found);
    }
}
