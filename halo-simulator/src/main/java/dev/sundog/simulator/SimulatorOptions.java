package dev.sundog.simulator;

import java.time.InstantSource;

/**
 * Where the simulator listens.
 *
 * @param port 0 takes a free one
 * @param time what it takes as the time
 */
public record SimulatorOptions(String host, int port, InstantSource time) {

    /** A free port on the loopback address. */
    public static SimulatorOptions defaults() {
        return new SimulatorOptions("127.0.0.1", 0, InstantSource.system());
    }

    public SimulatorOptions withPort(int wanted) {
        return new SimulatorOptions(host, wanted, time);
    }

    public SimulatorOptions withTime(InstantSource wanted) {
        return new SimulatorOptions(host, port, wanted);
    }
}
