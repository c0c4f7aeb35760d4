package dev.sundog.connector.simulation;

import dev.sundog.connector.call.StatusWords;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.lane.LaneTerms;
import dev.sundog.connector.lane.StormTerms;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One connection: what the configuration says of it, and the Halo behind it. */
final class Site {

    static final Duration WINDOW = Duration.ofMinutes(5);
    private static final int UNLIMITED = 1_000_000;
    private static final int RESERVED_PERCENT = 20;
    private static final StormTerms NO_STORMS = new StormTerms(0, Duration.ofMinutes(1), Duration.ofMinutes(5));
    private static final StatusWords WORDS = new StatusWords(Map.of(), Set.of(ModelHalo.CLOSED), Set.of());

    final String id;
    final ModelHalo halo;
    final int requests;
    private final World world;
    private long version = 1;
    private boolean enabled = true;
    private boolean credentialsBroken;

    Site(World world, String id, int requests) {
        this.world = world;
        this.id = id;
        this.requests = requests;
        Chance lot = world.chance.split("site " + id);
        this.halo = new ModelHalo(world, id, lot.of(List.of(HaloConnection.Lookup.values())));
    }

    LaneTerms terms() {
        int shown = world.plants(PlantedFault.BUDGET_IGNORED) ? UNLIMITED : requests;
        return new LaneTerms("acme-msp", version, enabled, shown, WINDOW, RESERVED_PERCENT, NO_STORMS, WORDS);
    }

    HaloConnection connection() {
        return new HaloConnection(
                id,
                "acme-msp",
                version,
                enabled,
                URI.create("https://halo"),
                URI.create("https://halo/auth"),
                null,
                "sundog",
                "sealed",
                List.of(),
                requests,
                WINDOW,
                halo.lookup,
                "CFsundog",
                List.of(ModelHalo.CLOSED),
                1,
                RESERVED_PERCENT,
                List.of(),
                Map.of(),
                new HaloConnection.Storms(0, Duration.ofMinutes(1), Duration.ofMinutes(5)),
                new HaloConnection.Watch(
                        Duration.ZERO, Duration.ZERO, HaloConnection.OnDuplicate.REPORT, ModelHalo.CLOSED));
    }

    boolean credentialsBroken() {
        return credentialsBroken;
    }

    void enable(boolean on) {
        enabled = on;
        version++;
        halo.address = on ? "https://moved" : "https://halo";
        world.line.say("config", () -> id + (on ? " is switched on" : " is switched off"));
    }

    /** Halo stops taking the credentials; nobody tells the configuration. */
    void breakCredentials() {
        credentialsBroken = true;
        world.line.say("config", () -> id + ": Halo does not take the credentials any more");
    }

    void mendCredentials() {
        credentialsBroken = false;
        version++;
        world.line.say("config", () -> id + ": the credentials are mended");
    }

    /** All that was broken is mended, and the configuration says so. */
    void mend() {
        credentialsBroken = false;
        halo.filterIgnored = false;
        enable(true);
    }
}
