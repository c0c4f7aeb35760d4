package dev.sundog.simulator;

import dev.sundog.simulator.contract.HaloUnderTest;
import java.net.URI;

/** One simulator for all tests of this JVM, as good as new at each look. */
final class SimulatorUnderTest {

    private static final HaloSimulator SIMULATOR = HaloSimulator.start(SimulatorOptions.defaults());

    private SimulatorUnderTest() {}

    static HaloSimulator simulator() {
        return SIMULATOR;
    }

    static HaloUnderTest fresh() {
        SIMULATOR.reset();
        URI root = SIMULATOR.baseUri();
        return new HaloUnderTest(
                URI.create(root + "/api"),
                URI.create(root + "/auth"),
                "sundog-local",
                "sundog-local-secret",
                12,
                18,
                21,
                7);
    }
}
