package dev.sundog.simulator;

import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.OptionContract;

/** The contract on the simulator. */
class SimulatedOptionTest extends OptionContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
