package dev.sundog.simulator.contract;

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
}
