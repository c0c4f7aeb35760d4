package dev.sundog.local.demo;

import dev.sundog.local.stack.Stack;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.local.terminal.Terminal;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;

/** Shows on a running stack that Sundog does what it promises. */
public final class Demo {

    /** What the connector is told for the demo, so that what a crash leaves open is settled within seconds. */
    public static final List<String> CONNECTOR_SETTINGS = List.of(
            "sundog.delivery.call-timeout=3s", "sundog.delivery.send-window=5s", "sundog.delivery.quarantine=3s");

    private final Stack stack;
    private final Terminal terminal;
    private final Instant now;

    /**
     * A demo of one run.
     *
     * @param now from which the run has its name; two runs on the same data need different seconds
     */
    public Demo(Stack stack, Terminal terminal, Instant now) {
        this.stack = stack;
        this.terminal = terminal;
        this.now = Instant.ofEpochSecond(now.getEpochSecond());
    }

    /**
     * Runs it.
     *
     * @param quick leave out the latency measurement
     * @throws CommandFailure if anything that it shows is not true
     */
    public void run(boolean quick) {
        var bodies = new DemoBodies(Long.toHexString(now.getEpochSecond()), now);
        try {
            var scene = Scene.on(stack, terminal, bodies);
            new Journeys(scene, now).run();
            new CrashProof(scene).run();
            if (!quick) {
                new LatencyProof(scene).run();
            }
            scene.title("memory in MB, resident");
            new MemoryTable(stack.memory()).print(terminal);
        } catch (DemoFailure | UncheckedIOException e) {
            throw new CommandFailure(
                    "the demo failed: " + e.getMessage() + "\n  logs: "
                            + stack.layout().log("*"),
                    e);
        }
    }
}
