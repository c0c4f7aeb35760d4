package dev.sundog.local.demo;

import dev.sundog.local.process.Patience;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Takes the time from accepted to ticket for many events at a modest rate. */
final class LatencyProof {

    private static final int EVENTS = 200;
    private static final int PER_SECOND = 5;

    private final Scene scene;

    LatencyProof(Scene scene) {
        this.scene = scene;
    }

    void run() {
        scene.title("7. %d alerts, %d a second: from accepted to ticket".formatted(EVENTS, PER_SECOND));
        long begin = System.nanoTime();
        IntStream.range(0, EVENTS).forEach(number -> {
            long due = begin + number * 1_000_000_000L / PER_SECOND;
            Patience.pause(Duration.ofNanos(Math.max(0, due - System.nanoTime())));
            scene.sender().send("/v1/alerts", scene.bodies().timed(number));
        });
        String last = "timed-%s-%03d".formatted(scene.bodies().run(), EVENTS - 1);
        scene.stories().await(last, Duration.ofMinutes(1), "ticketed", story -> story.saw("TicketCreated"));
        List<Long> sorted = scene.creations().millis("timed-" + scene.bodies().run());
        DemoFailure.unless(sorted.size() == EVENTS, "only " + sorted.size() + " of them have a ticket");
        scene.terminal()
                .line(String.format(
                        Locale.ROOT,
                        "   p50 %d ms, p99 %d ms, longest %d ms",
                        sorted.get(EVENTS / 2),
                        sorted.get(EVENTS * 99 / 100),
                        sorted.getLast()));
    }
}
