package dev.sundog.local.demo;

import dev.sundog.local.process.Patience;
import dev.sundog.local.stack.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Kills the connector in the middle of its creates and shows that each matter has one ticket all the same. */
final class CrashProof {

    private static final int BURST = 30;
    private static final int KILL_AFTER = 8;
    private static final int LATENCY_MILLIS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Scene scene;

    CrashProof(Scene scene) {
        this.scene = scene;
    }

    void run() {
        scene.title("6. " + BURST + " alerts at once; the connector is killed in the middle of the creates");
        var halo = scene.halo();
        halo.setLatency(LATENCY_MILLIS);
        long before = halo.created();
        String body =
                IntStream.range(0, BURST).mapToObj(scene.bodies()::burst).collect(Collectors.joining(",", "[", "]"));
        List<String> events = scene.sender().send("/v1/alerts", body);
        kill(before);
        scene.stack().startService(Service.CONNECTOR);
        halo.setLatency(0);
        var stories = new ArrayList<Story>();
        for (String event : events) {
            stories.add(scene.stories().await(event, PATIENCE, "ticketed", story -> story.saw("TicketCreated")));
        }
        verify(stories);
    }

    private void kill(long before) {
        var halo = scene.halo();
        boolean reached = Patience.await(
                Duration.ofMinutes(3), Duration.ofMillis(10), () -> halo.created() - before >= KILL_AFTER);
        DemoFailure.unless(reached, "fewer than " + KILL_AFTER + " of the burst were created in three minutes");
        scene.stack().child(Service.CONNECTOR).kill();
        long created = halo.created() - before;
        scene.terminal().line("   killed after " + created + " of " + BURST + " tickets");
        DemoFailure.unless(created < BURST, "the connector was killed too late to prove anything");
    }

    private void verify(List<Story> stories) {
        var halo = scene.halo();
        List<Long> tickets = halo.numbersOf(scene.bodies().burstTitle());
        var references = new HashSet<String>();
        var summaries = new HashSet<String>();
        tickets.stream().map(halo::ticket).forEach(ticket -> {
            references.add(ticket.reference());
            summaries.add(ticket.summary());
        });
        var keys = stories.stream().map(Story::ticketKey).collect(Collectors.toSet());
        long told = scene.creations().told(keys);
        scene.terminal()
                .line("   %d alerts, %d tickets, %d different references, %d TicketCreated"
                        .formatted(BURST, tickets.size(), references.size(), told));
        DemoFailure.unless(keys.size() == BURST, "the burst has " + keys.size() + " ticket keys");
        DemoFailure.unless(tickets.size() == BURST, "not one ticket for each dedup key");
        DemoFailure.unless(references.size() == BURST && summaries.size() == BURST, "two tickets are about one matter");
        DemoFailure.unless(told == BURST, "not one TicketCreated for each ticket key");
    }
}
