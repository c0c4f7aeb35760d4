package dev.sundog.simulator;

import dev.sundog.simulator.contract.FilterContract;
import dev.sundog.simulator.contract.HaloUnderTest;

/** The contract on the simulator. */
class SimulatedFilterTest extends FilterContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
