package dev.sundog.simulator.contract;

import org.junit.jupiter.api.BeforeEach;

/**
 * What Halo does, over HTTP alone. Each test has in its Javadoc the row of the reference's list and its confidence: S
 * stated by Halo, L observed on a live tenant, Cn assumed by n clients, G guessed.
 */
public abstract class HaloContract {

    protected HaloCaller halo;

    /** The Halo to try it on. */
    protected abstract HaloUnderTest underTest();

    @BeforeEach
    void signIn() {
        halo = new HaloCaller(underTest()).signIn("all");
    }
}
