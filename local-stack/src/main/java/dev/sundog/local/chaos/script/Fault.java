package dev.sundog.local.chaos.script;

import java.time.Duration;

/** One thing that goes wrong. */
public sealed interface Fault {

    /** The broker that coordinates delivery, whichever it is at that moment. */
    String COORDINATOR = "coordinator";

    /**
     * A process ends at once, as by SIGKILL, and is started again after a while.
     *
     * @param part name in the stack, or {@link #COORDINATOR}
     */
    record Kill(String part, Duration away) implements Fault {}

    /**
     * A process is held and goes on later, as by SIGSTOP and SIGCONT.
     *
     * @param part name in the stack, or {@link #COORDINATOR}
     */
    record Hold(String part, Duration length) implements Fault {}

    /**
     * One Halo misbehaves for a while.
     *
     * @param halo name of the tenant in the simulator
     */
    record Trouble(String halo, HaloTrouble kind, Duration length) implements Fault {}

    /** In one line, for people. */
    default String words() {
        return switch (this) {
            case Kill(String part, Duration away) -> "kill -9 %s, back after %s".formatted(part, seconds(away));
            case Hold(String part, Duration length) -> "stop %s for %s".formatted(part, seconds(length));
            case Trouble(String halo, HaloTrouble kind, Duration length) ->
                "Halo %s: %s for %s".formatted(halo, kind.words(), seconds(length));
        };
    }

    /** Which invariant part of the world it strikes; two faults of one target never overlap. */
    default String target() {
        return switch (this) {
            case Kill(String part, Duration _) -> part;
            case Hold(String part, Duration _) -> part;
            case Trouble(String halo, HaloTrouble _, Duration _) -> "halo " + halo;
        };
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
