package dev.sundog.local.chaos.script;

import dev.sundog.local.chaos.script.Fault.Hold;
import dev.sundog.local.chaos.script.Fault.Kill;
import dev.sundog.local.chaos.script.Fault.Trouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The faults of a run in the order of their moments.
 *
 * <p>One process at a time is struck, since a cluster of three survives the loss of one; Halo's troubles go on beside it.
 *
 * @param strikes the faults
 */
public record FaultScript(List<Strike> strikes) {

    private static final Duration BETWEEN_PROCESSES = Duration.ofSeconds(9);
    private static final Duration BETWEEN_TROUBLES = Duration.ofSeconds(6);

    public FaultScript {
        strikes = List.copyOf(strikes);
    }

    /**
     * Draws a script. The same arguments give the same script.
     *
     * @param window in which faults strike; the last may end later
     * @param halos names of the tenants in the simulator
     */
    public static FaultScript of(long seed, Duration window, List<String> halos) {
        var random = new SplittableRandom(seed);
        var strikes = new ArrayList<Strike>();
        var processes = new Deck<>(processes(), random.split());
        for (Duration at = Duration.ZERO; at.compareTo(window) < 0; at = at.plus(jittered(BETWEEN_PROCESSES, random))) {
            strikes.add(new Strike(at, processes.draw()));
        }
        var troubles = new Deck<>(List.of(HaloTrouble.values()), random.split());
        var places = new Deck<>(halos, random.split());
        for (Duration at = BETWEEN_TROUBLES.dividedBy(2);
                at.compareTo(window) < 0;
                at = at.plus(jittered(BETWEEN_TROUBLES, random))) {
            var length = jittered(Duration.ofSeconds(11), random);
            strikes.add(new Strike(at, new Trouble(places.draw(), troubles.draw(), length)));
        }
        strikes.sort(Comparator.comparing(Strike::at));
        return new FaultScript(strikes);
    }

    /** Holds of 4 s outlast the call timeout, of 7 s the send window, of 14 s the sessions and transactions. */
    private static List<Fault> processes() {
        return List.of(
                kill("connector", 2),
                kill("connector-2", 2),
                kill("connector", 12),
                kill("routing", 2),
                kill("gateway", 2),
                kill("console", 2),
                kill("registry", 4),
                kill("postgres", 4),
                kill(Fault.COORDINATOR, 5),
                kill("kafka-2", 5),
                hold("connector", 4),
                hold("connector-2", 14),
                hold("connector", 7),
                hold("routing", 14),
                hold("gateway", 4),
                hold(Fault.COORDINATOR, 6),
                hold("kafka-3", 12),
                hold("simulator", 5));
    }

    private static Fault kill(String part, int seconds) {
        return new Kill(part, Duration.ofSeconds(seconds));
    }

    private static Fault hold(String part, int seconds) {
        return new Hold(part, Duration.ofSeconds(seconds));
    }

    private static Duration jittered(Duration usual, SplittableRandom random) {
        return Duration.ofMillis(usual.toMillis() * random.nextLong(75, 126) / 100);
    }
}
