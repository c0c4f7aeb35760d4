package dev.sundog.simulator.contract;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;

/** What Halo does, over HTTP alone. Each test has a {@link Row}. */
@DisplayNameGeneration(RowNames.class)
public abstract class HaloContract {

    protected HaloCaller halo;

    /** The Halo to try it on. */
    protected abstract HaloUnderTest underTest();

    @BeforeEach
    void signIn() {
        halo = new HaloCaller(underTest()).signIn("all");
    }

    /** For a test that needs switches, faults or data of its own; it is skipped where there are none. */
    protected SimulatorControl control() {
        return SimulatorControl.of(halo.halo())
                .orElseGet(() -> Assumptions.abort(
                        "needs the switches of a simulator under /_sim, which a real Halo does not have"));
    }
}
