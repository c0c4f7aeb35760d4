package dev.sundog.routing.stream;

import static dev.sundog.routing.Records.alert;
import static dev.sundog.routing.Records.connection;
import static dev.sundog.routing.Records.organization;
import static dev.sundog.routing.Records.policy;
import static dev.sundog.routing.Records.rule;
import static dev.sundog.routing.SilenceRecords.command;
import static dev.sundog.routing.SilenceRecords.silence;
import static dev.sundog.routing.stream.RoutingTopology.START;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.configuration.RuleAction;
import dev.sundog.configuration.Silence;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.ParkingCommandKind;
import dev.sundog.delivery.RoutingDecision;
import dev.sundog.delivery.TicketRequest;
import dev.sundog.event.AlertStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is silenced, switched off, released and sent in between: the order holds, and each event ends once. */
class ReleaseOrderTest {

    private static final List<String> ORGANIZATIONS = List.of("contoso", "fabrikam");
    private static final int STEPS = 150;

    @TempDir
    Path state;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 8})
    void keepsTheOrderOfEachMatterAndEndsEachEventOnce(long seed) {
        var world = new World(seed, true);

        world.run();

        assertThat(world.requests.stream()
                        .map(TicketRequest::getDedupKey)
                        .distinct()
                        .count())
                .isPositive();
        for (var matter : world.requestsBy(request -> request.getOrganizationId() + "/" + request.getDedupKey())) {
            assertThat(matter).as("seed " + seed).isSorted();
        }
        assertThat(world.ends.values()).as("seed " + seed).hasSize(world.sent).containsOnly(1);
        meansSomething(world.branches);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void keepsTheOrderOfEachOrganizationWhereEverythingWaits(long seed) {
        var world = new World(seed, false);

        world.run();

        for (var organization : world.requestsBy(TicketRequest::getOrganizationId)) {
            assertThat(organization).as("seed " + seed).isSorted();
        }
        assertThat(world.requests).hasSize(world.sent);
        assertThat(world.ends.values()).as("seed " + seed).hasSize(world.sent).containsOnly(1);
        meansSomething(world.branches);
    }

    /** A world in which hardly anything waited, or nothing arrived while others were released, would prove nothing. */
    private static void meansSomething(Map<String, Integer> branches) {
        assertThat(branches.getOrDefault("released ROUTED", 0))
                .as("%s", branches)
                .isGreaterThanOrEqualTo(20);
        assertThat(branches.getOrDefault("arrived while others were released", 0))
                .as("%s", branches)
                .isGreaterThanOrEqualTo(2);
    }

    /** A random life of two organizations. */
    private final class World {

        final List<TicketRequest> requests = new ArrayList<>();
        final Map<String, Integer> ends = new HashMap<>();
        final Map<String, Integer> branches = new TreeMap<>();
        int sent;
        private final Random random;
        private final boolean everything;
        private Instant now = START;
        private int commands;

        /** With everything: resolutions, silences of single matters, rules that park, commands; or only what holds all. */
        World(long seed, boolean everything) {
            this.random = new Random(seed);
            this.everything = everything;
        }

        void run() {
            try (var routing = new RoutingTopology(state, 1, tables -> tables, Duration.ZERO, 3)) {
                routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
                routing.send(Topics.POLICIES, "acme-policy", policy(1));
                ORGANIZATIONS.forEach(id -> routing.send(Topics.ORGANIZATIONS, id, organization(id, 12L)));
                for (int step = 0; step < STEPS; step++) {
                    step(routing);
                }
                settle(routing);
                balance(routing);
            }
        }

        private void step(RoutingTopology routing) {
            switch (random.nextInt(everything ? 12 : 9)) {
                case 0 -> routing.send(Topics.SILENCES, "s", randomSilence());
                case 1 -> routing.send(Topics.SILENCES, "s", null);
                case 2 -> routing.send(Topics.CONNECTIONS, "acme-halo", connection(random.nextInt(4) > 0));
                case 3 -> {
                    var id = ORGANIZATIONS.get(random.nextInt(2));
                    routing.send(Topics.ORGANIZATIONS, id, random.nextInt(4) > 0 ? organization(id, 12L) : null);
                }
                case 4 -> pass(routing, Duration.ofMillis(500L * (1 + random.nextInt(4))));
                case 9 -> {
                    var park = rule("park", "event.dedupKey == 'm1'", RuleAction.PARK);
                    routing.send(Topics.POLICIES, "acme-policy", random.nextBoolean() ? policy(2) : policy(3, park));
                }
                case 10 -> {
                    var id = ORGANIZATIONS.get(random.nextInt(2));
                    var released = command("c" + commands++, "acme-msp", id, null, ParkingCommandKind.RELEASE);
                    routing.send(Topics.PARKING_COMMANDS, id, released);
                }
                default -> event(routing);
            }
        }

        private void event(RoutingTopology routing) {
            var over = everything && random.nextInt(4) == 0;
            routing.send(
                    Topics.ALERTS,
                    null,
                    alert(
                            "e" + sent++,
                            ORGANIZATIONS.get(random.nextInt(2)),
                            "m" + random.nextInt(4),
                            over ? AlertStatus.RESOLVED : AlertStatus.FIRING));
        }

        private Silence randomSilence() {
            var silence = silence("s", START).setOrganizations(List.of());
            if (everything && random.nextBoolean()) {
                silence.setWhen("event.dedupKey == 'm" + random.nextInt(4) + "'");
            }
            return everything && random.nextBoolean()
                    ? silence.setUntilResolved(true).build()
                    : silence.setEndsAt(now.plusMillis(300 + random.nextInt(2_000)))
                            .build();
        }

        private void settle(RoutingTopology routing) {
            routing.send(Topics.SILENCES, "s", null);
            routing.send(Topics.CONNECTIONS, "acme-halo", connection(true));
            routing.send(Topics.POLICIES, "acme-policy", policy(9));
            ORGANIZATIONS.forEach(id -> routing.send(Topics.ORGANIZATIONS, id, organization(id, 12L)));
            var parked = routing.meters.get("sundog.routing.parked.events").gauge();
            for (int turn = 0; turn < 1_000 && parked.value() > 0; turn++) {
                routing.turn();
            }
            assertThat(parked.value()).isZero();
            requests.addAll(routing.requests());
            routing.decisions().forEach(decision -> {
                branches.merge(branch(decision), 1, Integer::sum);
                if (decision.getOutcome() != DecisionOutcome.PARKED) {
                    ends.merge(decision.getEventId(), 1, Integer::sum);
                }
            });
        }

        private static String branch(RoutingDecision decision) {
            if (String.valueOf(decision.getDetail()).startsWith("waits behind")) {
                return "arrived while others were released";
            }
            return decision.getReleased()
                    ? "released " + decision.getOutcome()
                    : decision.getOutcome() + " " + decision.getReason();
        }

        private void balance(RoutingTopology routing) {
            double decisions = routing.meters.get("sundog.routing.decisions").counters().stream()
                    .mapToDouble(counter -> counter.count())
                    .sum();
            double releases =
                    routing.meters.get("sundog.routing.releases").counter().count();
            assertThat(decisions - releases).isEqualTo(sent);
        }

        private void pass(RoutingTopology routing, Duration time) {
            now = now.plus(time);
            routing.pass(time);
        }

        List<List<Integer>> requestsBy(Function<TicketRequest, String> key) {
            var by = new HashMap<String, List<Integer>>();
            requests.forEach(request -> by.computeIfAbsent(key.apply(request), _ -> new ArrayList<>())
                    .add(Integer.valueOf(request.getEventId().substring(1))));
            return List.copyOf(by.values());
        }
    }
}
