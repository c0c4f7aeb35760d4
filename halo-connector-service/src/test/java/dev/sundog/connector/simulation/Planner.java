package dev.sundog.connector.simulation;

import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.lifecycle.FlapRules;
import dev.sundog.connector.lifecycle.Goal;
import dev.sundog.connector.lifecycle.Input;
import dev.sundog.connector.lifecycle.LifeRules;
import dev.sundog.connector.lifecycle.PartingRules;
import dev.sundog.connector.lifecycle.TicketIdentity;
import dev.sundog.connector.lifecycle.Wish;
import dev.sundog.connector.lifecycle.Wishing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Draws the plan of one schedule from its seed. */
final class Planner {

    private static final List<Long> SPANS = List.of(3_000L, 60_000L, 240_000L, 900_000L);
    private static final List<Fault> PERSON = List.of(
            Fault.PERSON_CLOSES, Fault.PERSON_TOUCHES, Fault.PERSON_EDITS, Fault.PERSON_DELETES, Fault.PERSON_MERGES);
    private static final List<Fault> BROKEN =
            List.of(Fault.FILTER_IGNORED, Fault.SWITCHED_OFF, Fault.CREDENTIALS_BROKEN);
    private static final List<Duration> QUIET = List.of(Duration.ZERO, Duration.ZERO, Duration.ofSeconds(20));
    private static final List<Duration> REOPEN = List.of(Duration.ZERO, Duration.ofSeconds(90), Duration.ofHours(1));
    private static final List<FlapRules> FLAPS =
            List.of(FlapRules.NEVER, FlapRules.NEVER, new FlapRules(2, Duration.ofMinutes(2)));
    private static final List<Input.Command> COMMANDS = List.of(Input.Command.values());

    private final Chance lot;
    private final Weather weather;
    private final List<Plan.Step> steps = new ArrayList<>();
    private final TreeMap<String, Integer> budgets = new TreeMap<>();
    private final long span;
    private int events;

    private Planner(long seed) {
        Chance chance = new Chance(seed);
        this.lot = chance.split("plan");
        this.weather = new Weather(chance.split("weather"));
        this.span = lot.of(SPANS);
    }

    static Plan plan(long seed) {
        return new Planner(seed).draw(seed);
    }

    private Plan draw(long seed) {
        int connections = lot.permille(250) ? 2 : 1;
        boolean longOne = lot.permille(1);
        for (int number = 0; number < connections; number++) {
            String id = "halo-" + (char) ('a' + number);
            budgets.put(id, weather.has(Fault.SMALL_BUDGET) ? (int) lot.between(15, 40) : 240);
            int keys = longOne ? 12 : (int) lot.between(1, 3);
            for (int key = 0; key < keys; key++) {
                matter(id, "matter" + key, longOne ? 40 : 8);
            }
            trouble(id);
        }
        steps.sort(Comparator.comparingLong(Plan.Step::at));
        return new Plan(seed, budgets, steps, List.of());
    }

    /** The events of one ticket key: one or two matters that share it, each going on and ending as it likes. */
    private void matter(String connectionId, String group, int most) {
        TicketIdentity identity = Wishing.identity(connectionId, group);
        LifeRules rules = rules();
        int members = lot.permille(300) ? 2 : 1;
        asides(identity.ticketKey());
        int count = (int) lot.between(1, most);
        for (int number = 0; number < count; number++) {
            String dedupKey = group + "-" + lot.below(members);
            Goal goal = lot.permille(600) ? Goal.OPEN : Goal.RESOLVED;
            long at = lot.between(0, span);
            Wish wish = wish("ev" + ++events, dedupKey, goal, rules);
            steps.add(new Plan.Asks(at, identity, wish));
            if (weather.strikes(Fault.EVENT_TWICE, lot)) {
                steps.add(new Plan.Asks(lot.between(at, span + 1_000), identity, wish));
            }
        }
    }

    private LifeRules rules() {
        PartingRules parting = new PartingRules(
                lot.of(List.of(PartingRules.Deleted.values())),
                lot.of(List.of(PartingRules.Merged.values())),
                lot.of(List.of(PartingRules.Closed.values())));
        return new LifeRules(
                lot.permille(800),
                ModelHalo.CLOSED,
                lot.of(QUIET),
                lot.of(REOPEN),
                lot.permille(200),
                lot.permille(200),
                lot.permille(300),
                lot.permille(100) ? Duration.ofMinutes(3) : Duration.ZERO,
                lot.permille(200) ? Duration.ofSeconds(30) : Duration.ZERO,
                lot.of(FLAPS),
                parting);
    }

    /** What people command and Halo's notices say of one ticket. */
    private void asides(String ticketKey) {
        if (weather.has(Fault.COMMANDED)) {
            Input.Commanded command =
                    new Input.Commanded("command " + ticketKey, "acme-msp", lot.of(COMMANDS), "somebody");
            steps.add(new Plan.Commands(lot.between(0, span + 60_000), ticketKey, command));
            if (lot.permille(300)) {
                steps.add(new Plan.Commands(lot.between(0, span + 60_000), ticketKey, command));
            }
        }
        if (weather.has(Fault.HINTED)) {
            Long claimed = lot.permille(500) ? lot.of(List.of(ModelHalo.NEW, ModelHalo.CLOSED)) : null;
            steps.add(new Plan.Hints(lot.between(0, span + 60_000), ticketKey, claimed));
        }
    }

    private Wish wish(String eventId, String dedupKey, Goal goal, LifeRules rules) {
        Severity severity = lot.permille(150) ? Severity.CRITICAL : Severity.MEDIUM;
        return new Wish(
                eventId, dedupKey, goal, severity, Wishing.START, Wishing.fields(), "<p>" + eventId + "</p>", rules);
    }

    private void trouble(String connectionId) {
        for (Fault deed : PERSON) {
            if (weather.has(deed)) {
                steps.add(new Plan.PersonActs(lot.between(0, span + 60_000), connectionId, deed, lot.below(100)));
            }
        }
        for (Fault fault : BROKEN) {
            if (weather.has(fault)) {
                steps.add(new Plan.Breaks(lot.between(0, span), connectionId, fault, lot.between(1_000, 400_000)));
            }
        }
    }
}
