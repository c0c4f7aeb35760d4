package dev.sundog.local.chaos;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import dev.sundog.contract.Topics;
import dev.sundog.local.apply.Apply;
import dev.sundog.local.apply.ApplyOutcome;
import dev.sundog.local.apply.HttpConsole;
import dev.sundog.local.apply.YamlManifests;
import dev.sundog.local.chaos.check.Decided;
import dev.sundog.local.chaos.check.Told;
import dev.sundog.local.chaos.isolation.Ailment;
import dev.sundog.local.chaos.isolation.Comparison;
import dev.sundog.local.chaos.isolation.Hospital;
import dev.sundog.local.chaos.isolation.Round;
import dev.sundog.local.chaos.isolation.Rounds;
import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.load.PlannedEvent;
import dev.sundog.local.chaos.world.Site;
import dev.sundog.local.chaos.world.WorldFiles;
import dev.sundog.local.process.Patience;
import dev.sundog.local.stack.Service;
import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Rounds with and without sick connections on a stack that is up. */
final class IsolationRun {

    /** Twice, without and with sick ones: until what both need is compiled, rounds differ by more than the sick ones do. */
    private static final Duration WARM_UP = Duration.ofMinutes(2);

    private static final Duration ROUND = Duration.ofSeconds(24);
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Stack stack;
    private final Terminal terminal;
    private final InstantSource time;
    private final Hospital hospital;
    private final List<Boolean> rounds;
    private final HttpHaloDesk halos;
    private final Path folder;

    IsolationRun(Stack stack, Terminal terminal, InstantSource time, List<Boolean> rounds) {
        this.stack = stack;
        this.terminal = terminal;
        this.time = time;
        this.rounds = List.copyOf(rounds);
        this.hospital = hospital(rounds);
        this.halos = new HttpHaloDesk(stack.simulatorUrl());
        this.folder = stack.layout().folder("switched-off");
    }

    /** As many rounds as fit into the length. */
    static List<Boolean> rounds(Duration length) {
        return Rounds.atLeast(Math.toIntExact(length.dividedBy(ROUND)));
    }

    /** One more sick round than is measured: the warm-up ends with it. */
    static Hospital hospital(List<Boolean> rounds) {
        return new Hospital(
                1 + Math.toIntExact(rounds.stream().filter(sick -> sick).count()));
    }

    Isolation run() {
        hospital.world().sites().forEach(halos::open);
        var memory = new JcmdHeap(stack.pid(Service.CONNECTOR));
        var results = new ArrayList<Round>();
        var heaps = new ArrayList<Long>();
        try (var tickets = new TicketTimes(stack)) {
            warmUp(tickets);
            heaps.add(memory.liveKilobytes());
            for (int i = 0, sickRound = 1; i < rounds.size(); i++) {
                boolean sick = rounds.get(i);
                var patients = sick ? hospital.sick(sickRound++) : Map.<Ailment, Site>of();
                Round round = round(i + 2, patients, ROUND, tickets);
                results.add(round);
                heaps.add(memory.liveKilobytes());
                terminal.line(String.format(
                        Locale.ROOT,
                        "  round %2d %-12s healthy p50 %d ms, p99 %d ms, %d tickets; connector heap %d kB",
                        i + 1,
                        sick ? "with sick" : "without",
                        round.median().toMillis(),
                        round.p99().toMillis(),
                        round.waits().size(),
                        heaps.getLast()));
            }
        }
        return new Isolation(new Comparison(results), heaps);
    }

    private void warmUp(TicketTimes tickets) {
        round(0, Map.of(), WARM_UP, tickets);
        round(1, hospital.sick(0), WARM_UP, tickets);
    }

    private Round round(int number, Map<Ailment, Site> patients, Duration length, TicketTimes tickets) {
        patients.forEach((ailment, site) -> halos.begin(site, ailment));
        var all = new ArrayList<>(hospital.healthy());
        all.addAll(patients.values());
        var plan = Hospital.plan(number, all, length);
        var gateway = new HttpProduct(stack.gatewayUrl(), stack.apiKey(), new Chronicle(terminal, new RunClock()));
        new Load(time, gateway, gateway).begin(plan, new RunClock()).await(length.plus(PATIENCE));
        var waits = tickets.await(healthyIds(plan));
        patients.values().forEach(this::switchOff);
        return new Round(!patients.isEmpty(), waits);
    }

    private Set<String> healthyIds(LoadPlan plan) {
        var names = hospital.healthy().stream().map(Site::halo).collect(toSet());
        return plan.events().stream()
                .filter(event -> names.contains(event.organizationId()))
                .map(PlannedEvent::id)
                .collect(toSet());
    }

    private void switchOff(Site site) {
        try {
            Path file = Files.writeString(folder.resolve(site.connectionId() + ".yaml"), WorldFiles.switchedOff(site));
            var reader = new YamlManifests(_ -> Optional.of(stack.simulatorUrl()));
            var apply = new Apply(new HttpConsole(stack.consoleUrl(), ""));
            for (var manifest : reader.read(file)) {
                if (apply.apply(manifest) instanceof ApplyOutcome.Refused refused) {
                    throw new CommandFailure("the console does not switch off: " + refused.text());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When events were accepted and when their tickets were known, read on from round to round. */
    private static final class TicketTimes implements AutoCloseable {

        private final KafkaTail<Decided> decisions;
        private final KafkaTail<Told> told;

        TicketTimes(Stack stack) {
            var records = new AvroRecords(stack.registryUrl());
            this.decisions = new KafkaTail<>(stack.bootstrapServers(), Topics.ROUTING_DECISIONS, records::decided);
            this.told = new KafkaTail<>(stack.bootstrapServers(), Topics.TICKET_EVENTS, records::told);
        }

        /** Waits of these events, when each has its ticket. */
        List<Duration> await(Set<String> eventIds) {
            var waits = new ArrayList<Duration>();
            boolean complete = Patience.await(PATIENCE, Duration.ofSeconds(1), () -> {
                waits.clear();
                waits.addAll(waits(eventIds));
                return waits.size() == eventIds.size();
            });
            if (!complete) {
                throw new CommandFailure("only %d of %d events of healthy connections have a ticket after %d s"
                        .formatted(waits.size(), eventIds.size(), PATIENCE.toSeconds()));
            }
            return waits;
        }

        private List<Duration> waits(Set<String> eventIds) {
            Map<String, Instant> accepted = decisions.all().stream()
                    .filter(decided -> eventIds.contains(decided.eventId()))
                    .collect(toMap(Decided::eventId, Decided::acceptedAt, (first, _) -> first));
            return told.all().stream()
                    .filter(each -> each.type().equals("TicketCreated"))
                    .filter(each -> !each.causedBy().isEmpty()
                            && accepted.containsKey(each.causedBy().getLast()))
                    .map(each -> Duration.between(accepted.get(each.causedBy().getLast()), each.at()))
                    .toList();
        }

        @Override
        public void close() {
            decisions.close();
            told.close();
        }
    }
}
