package dev.sundog.simulator;

import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.TabContract;

/** The contract on the simulator. */
class SimulatedTabTest extends TabContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
