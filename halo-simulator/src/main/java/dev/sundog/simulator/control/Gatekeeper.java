package dev.sundog.simulator.control;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;

/** What the gate has to ask the tenant behind it. */
public interface Gatekeeper {

    /** Client id of the application that calls; empty if it cannot be known. */
    String application(Call call);

    /** Makes the token of this call worthless. */
    void revoke(Call call);

    /** Halo's 429, as the switches want it. */
    Answer tooMany();
}
