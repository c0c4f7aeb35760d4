package dev.sundog.simulator;

import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.RightsContract;

/** The contract on the simulator. */
class SimulatedRightsTest extends RightsContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
