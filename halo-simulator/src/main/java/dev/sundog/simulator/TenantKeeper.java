package dev.sundog.simulator;

import dev.sundog.simulator.access.RateWindow;
import dev.sundog.simulator.access.TokenDesk;
import dev.sundog.simulator.control.Gatekeeper;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;

/** Answers the fault gate for one tenant. */
record TenantKeeper(TokenDesk tokens, RateWindow window) implements Gatekeeper {

    @Override
    public String application(Call call) {
        return tokens.application(call);
    }

    @Override
    public void revoke(Call call) {
        tokens.revoke(call);
    }

    @Override
    public Answer tooMany() {
        return window.tooMany();
    }
}
