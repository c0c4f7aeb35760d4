package dev.sundog.simulator;

import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.VersionContract;

/** The contract on the simulator. */
class SimulatedVersionTest extends VersionContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
