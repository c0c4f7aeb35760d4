package dev.sundog.connector.simulation;

import dev.sundog.connector.lane.Lane;
import dev.sundog.connector.lifecycle.TicketShelf;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.storm.Storm;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The lifecycle's stores within one transaction: what was put since the last commit lies on top of what was committed. */
final class WorkingShelf implements TicketShelf {

    private final World world;
    private final Map<String, TicketState> tickets = new TreeMap<>();
    private final Map<String, Lane> lanes = new TreeMap<>();
    private final Map<String, Storm> storms = new TreeMap<>();
    private final Set<String> calm = new TreeSet<>();
    private final Set<String> forgotten = new TreeSet<>();

    WorkingShelf(World world) {
        this.world = world;
    }

    @Override
    public @Nullable TicketState ticket(String ticketKey) {
        TicketState fresh = tickets.get(ticketKey);
        if (forgotten.contains(ticketKey)) {
            return null;
        }
        return fresh == null ? world.kept.tickets.get(ticketKey) : fresh;
    }

    @Override
    public void put(TicketState state) {
        String key = state.identity().ticketKey();
        TicketState before = ticket(key);
        if (before == null || !before.phase().equals(state.phase())) {
            world.line.say("ticket", () -> key + " is " + state.phase() + ", due " + state.due());
            PhaseSteps.explain(before == null ? null : before.phase(), state.phase(), world.coverage);
        }
        forgotten.remove(key);
        tickets.put(key, Mischief.onState(world, state));
    }

    @Override
    public void forget(TicketState state) {
        String key = state.identity().ticketKey();
        tickets.remove(key);
        forgotten.add(key);
    }

    @Override
    public List<TicketState> after(String ticketKey, int count) {
        TreeMap<String, TicketState> all = new TreeMap<>(world.kept.tickets);
        all.putAll(tickets);
        all.keySet().removeAll(forgotten);
        return all.tailMap(ticketKey, false).values().stream().limit(count).toList();
    }

    @Override
    public void put(Lane lane) {
        lanes.put(lane.connectionId(), lane);
    }

    @Override
    public void put(Storm storm) {
        calm.remove(storm.stormKey());
        storms.put(storm.stormKey(), storm);
    }

    @Override
    public void forget(Storm storm) {
        storms.remove(storm.stormKey());
        calm.add(storm.stormKey());
    }

    @Override
    public void eachStorm(Consumer<Storm> reader) {
        List.copyOf(world.kept.storms.values()).forEach(reader);
    }

    @Override
    public void eachTicket(Consumer<TicketState> reader) {
        List.copyOf(world.kept.tickets.values()).forEach(reader);
    }

    @Override
    public void eachLane(Consumer<Lane> reader) {
        List.copyOf(world.kept.lanes.values()).forEach(reader);
    }

    boolean isDirty() {
        return !tickets.isEmpty() || !lanes.isEmpty() || !storms.isEmpty() || !calm.isEmpty() || !forgotten.isEmpty();
    }

    void commit() {
        tickets.forEach((key, state) -> {
            if (!Mischief.keepsOld(world, key)) {
                world.kept.tickets.put(key, state);
            }
        });
        world.kept.tickets.keySet().removeAll(forgotten);
        world.kept.lanes.putAll(lanes);
        world.kept.storms.putAll(storms);
        world.kept.storms.keySet().removeAll(calm);
        forgotten.clear();
        tickets.clear();
        lanes.clear();
        storms.clear();
        calm.clear();
    }
}
