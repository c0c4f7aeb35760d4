package dev.sundog.local.chaos.load;

import dev.sundog.local.chaos.world.Party;
import dev.sundog.local.chaos.world.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Draws the life of one matter: it begins, is repeated, ends, comes back. */
final class Matter {

    private static final List<String> SEVERITIES = List.of("CRITICAL", "HIGH", "HIGH", "MEDIUM", "MEDIUM", "LOW");
    private static final int MOST_EVENTS = 8;

    private final int number;
    private final World world;
    private final SplittableRandom random;
    private final Duration end;
    private final List<PlannedEvent> events = new ArrayList<>();

    /**
     * A matter.
     *
     * @param end nothing is due after it
     */
    Matter(int number, World world, SplittableRandom random, Duration end) {
        this.number = number;
        this.world = world;
        this.random = random;
        this.end = end;
    }

    List<PlannedEvent> events(Duration begin) {
        int kind = random.nextInt(100);
        if (kind < 2) {
            return List.of(single(begin, Way.GARBAGE, Fate.DEAD, pick(world.mapped())));
        }
        if (kind < 4) {
            return List.of(single(begin, Way.AVRO, Fate.REFUSED, pick(world.mapped())));
        }
        if (kind < 8) {
            return List.of(single(begin, way(), Fate.SUPPRESSED, pick(world.mapped())));
        }
        if (kind < 12) {
            return List.of(single(begin, way(), Fate.PARKED, pick(world.unmapped())));
        }
        if (kind < 20) {
            return List.of(single(begin, Way.AVRO_WITHOUT_KEY, Fate.TICKETED, pick(world.mapped())));
        }
        return lasting(begin);
    }

    private List<PlannedEvent> lasting(Duration begin) {
        Way way = way();
        boolean recommendation = random.nextInt(100) < 15;
        boolean grouped = !recommendation && random.nextInt(100) < 25;
        // A few neighbours share a host: a group of hundreds would end when the run does.
        int host = number / 20;
        var party = grouped ? world.mapped().get(host * 7 % world.mapped().size()) : pick(world.mapped());
        String severity = SEVERITIES.get(random.nextInt(SEVERITIES.size()));
        boolean firing = false;
        for (Duration at = begin; at.compareTo(end) < 0 && events.size() < MOST_EVENTS; at = at.plus(pause())) {
            boolean over = firing && random.nextInt(100) < 45;
            events.add(new PlannedEvent(
                    at,
                    id(),
                    number,
                    way,
                    Fate.TICKETED,
                    recommendation,
                    over,
                    party.id(),
                    grouped ? "host-" + host : "",
                    severity));
            firing = !over;
            if (random.nextInt(100) < (over ? 65 : 15)) {
                break;
            }
        }
        return events;
    }

    private PlannedEvent single(Duration at, Way way, Fate fate, Party party) {
        String severity = fate == Fate.SUPPRESSED ? "INFO" : "LOW";
        return new PlannedEvent(at, id(), number, way, fate, false, false, party.id(), "", severity);
    }

    private String id() {
        return "chaos-" + number + "-" + events.size();
    }

    private Way way() {
        return random.nextInt(100) < 65 ? Way.HTTP : Way.AVRO;
    }

    private Duration pause() {
        // Mostly seconds; sometimes at once, so that open and resolve meet before the create.
        return random.nextInt(100) < 15
                ? Duration.ofMillis(random.nextLong(20, 200))
                : Duration.ofMillis(random.nextLong(1_000, 25_000));
    }

    private Party pick(List<Party> parties) {
        return parties.get(random.nextInt(parties.size()));
    }
}
