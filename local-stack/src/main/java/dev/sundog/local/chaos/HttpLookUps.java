package dev.sundog.local.chaos;

import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What a service says of events. One that said its last word is not asked again. */
final class HttpLookUps {

    private static final Set<String> LAST_WORDS = Set.of("TICKETED", "SUPPRESSED", "PARKED", "REFUSED");

    private final HttpJson http;
    private final String path;
    private final Map<String, String> states = new HashMap<>();

    /** @param path before the event's id */
    HttpLookUps(HttpJson http, String path) {
        this.http = http;
        this.path = path;
    }

    /** States by event id; an event that is not known there is absent. */
    Map<String, String> of(Collection<String> eventIds) {
        for (String id : eventIds) {
            if (!LAST_WORDS.contains(states.getOrDefault(id, ""))) {
                ask(id);
            }
        }
        return Map.copyOf(states);
    }

    /** Asks again about everything the next time. */
    void forget() {
        states.clear();
    }

    private void ask(String id) {
        try {
            HttpReply reply = http.get(path + id);
            if (reply.ok()) {
                states.put(id, reply.body().path("state").asString(""));
            } else {
                states.remove(id);
            }
        } catch (UncheckedIOException _) {
            states.remove(id);
        }
    }
}
