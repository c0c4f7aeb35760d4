package dev.sundog.simulator;

import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.WebhookContract;

/** The contract on the simulator. */
class SimulatedWebhookTest extends WebhookContract {

    @Override
    protected HaloUnderTest underTest() {
        return SimulatorUnderTest.fresh();
    }
}
