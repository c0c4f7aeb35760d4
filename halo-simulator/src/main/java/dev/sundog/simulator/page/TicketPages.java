package dev.sundog.simulator.page;

import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;

/** What a person sees. */
public final class TicketPages {

    public Answer answer(Call call) {
        return call.method().equals("GET")
                ? Answer.html(200, "<!doctype html><title>Halo simulator</title>")
                : Answer.empty(405);
    }
}
