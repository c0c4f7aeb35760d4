package dev.sundog.simulator;

import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.TicketDepthContract;

/** The contract on the simulator. */
class SimulatedTicketDepthTest extends TicketDepthContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
