package dev.sundog.simulator;

import dev.sundog.simulator.contract.BodyContract;
import dev.sundog.simulator.contract.HaloUnderTest;

/** The contract on the simulator. */
class SimulatedBodyTest extends BodyContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
