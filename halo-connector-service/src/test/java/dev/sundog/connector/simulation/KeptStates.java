package dev.sundog.connector.simulation;

import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.simulation.Violation.Promise;
import dev.sundog.connector.storm.Storm;
import dev.sundog.connector.stream.StateCopies;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What the lifecycle committed: its stores, and how far it has read. */
final class KeptStates {

    private static final ThreadLocal<StateCopies> COPIES = ThreadLocal.withInitial(StateCopies::new);

    private final World world;
    final Map<String, TicketState> tickets = new TreeMap<>();
    final Map<String, Lane> lanes = new TreeMap<>();
    final Map<String, Storm> storms = new TreeMap<>();
    /** States that have been through their bytes already. */
    private final Set<TicketState> restored = Collections.newSetFromMap(new IdentityHashMap<>());

    int requestsRead;
    int outcomesRead;
    int asidesRead;

    KeptStates(World world) {
        this.world = world;
    }

    /** As a restore makes it: everything was written as bytes and is read again. */
    void restore() {
        tickets.replaceAll((key, state) -> restored.contains(state) ? state : read(state));
        lanes.replaceAll((key, lane) -> same(lane, COPIES.get().lane(lane)));
        storms.replaceAll((key, storm) -> same(storm, COPIES.get().storm(storm)));
        if (world.plants(PlantedFault.FORGETS_CALL_IN_FLIGHT)) {
            lanes.clear();
        }
    }

    private TicketState read(TicketState state) {
        TicketState read = same(state, COPIES.get().ticket(state));
        restored.add(read);
        return read;
    }

    private static <T> T same(T before, T after) {
        if (!before.equals(after)) {
            throw new Violation(Promise.STATE_KEPT, "stored " + before + " and read " + after);
        }
        return after;
    }
}
