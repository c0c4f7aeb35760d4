package dev.sundog.simulator.contract;

import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;

/**
 * What Halo does, over HTTP alone. Each test has a {@link Row}.
 *
 * <p>On a Halo that has no {@code /_sim} nothing is written but tickets of the test customer and what follows on them; a
 * test that needs more is skipped.
 */
@DisplayNameGeneration(RowNames.class)
public abstract class HaloContract {

    protected HaloCaller halo;

    /** The Halo to try it on. */
    protected abstract HaloUnderTest underTest();

    @BeforeEach
    void signIn() {
        HaloUnderTest target = underTest();
        HaloCaller caller = new HaloCaller(target);
        if (SimulatorControl.of(target).isEmpty()) {
            caller.guardedBy(new WriteGuard(target.customer())).withTenant(Sandbox.tenant());
        }
        halo = caller.signIn("all");
    }

    /** For a test that needs switches, faults or data of its own; it is skipped where there are none. */
    protected SimulatorControl control() {
        return SimulatorControl.of(halo.halo())
                .orElseGet(() -> Assumptions.abort(
                        "needs the switches of a simulator under /_sim, which a real Halo does not have"));
    }

    /** A word that no earlier test left anywhere. */
    protected static String unique(String word) {
        return word + "-" + Long.toString(System.nanoTime(), 36);
    }
}
