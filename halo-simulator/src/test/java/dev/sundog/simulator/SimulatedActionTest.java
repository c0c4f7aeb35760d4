package dev.sundog.simulator;

import dev.sundog.simulator.contract.ActionContract;
import dev.sundog.simulator.contract.HaloUnderTest;

/** The contract on the simulator. */
class SimulatedActionTest extends ActionContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
