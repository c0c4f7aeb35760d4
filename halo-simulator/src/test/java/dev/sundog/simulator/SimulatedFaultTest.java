package dev.sundog.simulator;

import dev.sundog.simulator.contract.FaultContract;
import dev.sundog.simulator.contract.HaloUnderTest;

/** The contract on the simulator. */
class SimulatedFaultTest extends FaultContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
