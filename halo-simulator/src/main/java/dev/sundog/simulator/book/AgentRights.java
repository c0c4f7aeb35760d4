package dev.sundog.simulator.book;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an agent may do. An application may do no more than the agent it acts as.
 *
 * @param areas how far he reaches into a part of the scopes such as {@code tickets}; a part that is not named is open
 * @param withheld what he may not do with tickets
 * @param teams numbers of the teams he is a member of; absent for all
 * @param customers numbers of the customers he sees; empty for all
 */
public record AgentRights(
        Map<String, Level> areas, Set<Right> withheld, Optional<Set<Integer>> teams, Set<Integer> customers) {

    /** How far an agent reaches into an area. */
    public enum Level {
        NONE,
        READ,
        EDIT
    }

    /** What Halo lets an administrator withhold from an agent, by the words on its screens. */
    public enum Right {
        /** Can add new Tickets. */
        ADD_TICKETS("addTickets"),
        /** Can edit closed Tickets. */
        EDIT_CLOSED_TICKETS("editClosedTickets"),
        /** Can view Unassigned Tickets. */
        VIEW_UNASSIGNED_TICKETS("viewUnassignedTickets"),
        /** Can view Tickets assigned to other Agents. */
        VIEW_TICKETS_OF_OTHERS("viewTicketsOfOthers"),
        /** Can Re-assign Tickets. */
        REASSIGN_TICKETS("reassignTickets"),
        /** Can Edit Tickets Which Are Not Assigned To Them. */
        EDIT_TICKETS_OF_OTHERS("editTicketsOfOthers"),
        /** Can always update Ticket Statuses and re-assign Tickets outside of actions. */
        UPDATE_OUTSIDE_OF_ACTIONS("updateOutsideOfActions");

        private final String key;

        Right(String key) {
            this.key = key;
        }

        static Right of(String key) {
            return Arrays.stream(values())
                    .filter(one -> one.key.equals(key))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no right " + key + "; known: "
                            + Arrays.stream(values()).map(one -> one.key).toList()));
        }
    }

    private static final Set<String> KEYS = Set.of("areas", "rights", "teams", "customers");

    public AgentRights {
        areas = Map.copyOf(areas);
        withheld = Set.copyOf(withheld);
        teams = teams.map(Set::copyOf);
        customers = Set.copyOf(customers);
    }

    /** Everything. */
    public static AgentRights all() {
        return new AgentRights(Map.of(), Set.of(), Optional.empty(), Set.of());
    }

    public AgentRights with(String area, Level level) {
        Map<String, Level> more = new TreeMap<>(areas);
        more.put(area, level);
        return new AgentRights(more, withheld, teams, customers);
    }

    public AgentRights without(Right right) {
        Set<Right> more = new TreeSet<>(withheld);
        more.add(right);
        return new AgentRights(areas, more, teams, customers);
    }

    /** A member of these teams alone. */
    public AgentRights inTeams(Integer... ids) {
        return new AgentRights(areas, withheld, Optional.of(Set.of(ids)), customers);
    }

    /** Who sees these customers alone. */
    public AgentRights seeing(Integer... ids) {
        return new AgentRights(areas, withheld, teams, Set.of(ids));
    }

    public boolean may(Right right) {
        return !withheld.contains(right);
    }

    /** Whether he may read ({@code read}) or edit ({@code edit}) an area. */
    public boolean allow(String verb, String area) {
        Level level = areas.getOrDefault(area, Level.EDIT);
        return level == Level.EDIT || (level == Level.READ && verb.equals("read"));
    }

    public boolean memberOf(int team) {
        return teams.map(ids -> ids.contains(team)).orElse(true);
    }

    public boolean sees(int customer) {
        return customers.isEmpty() || customers.contains(customer);
    }

    /**
     * Reads them from JSON; what is left out is open.
     *
     * @throws IllegalArgumentException with the reason if it is not understood
     */
    public static AgentRights read(Map<?, ?> json) {
        json.keySet().stream().filter(key -> !KEYS.contains(key)).findFirst().ifPresent(key -> {
            throw new IllegalArgumentException("an agent has no " + key + "; known: " + new TreeSet<>(KEYS));
        });
        AgentRights rights = all();
        for (Map.Entry<?, ?> one : map(json.get("areas"), "areas").entrySet()) {
            rights = rights.with(String.valueOf(one.getKey()), level(one.getValue()));
        }
        for (Map.Entry<?, ?> one : map(json.get("rights"), "rights").entrySet()) {
            Right right = Right.of(String.valueOf(one.getKey()));
            if (!(one.getValue() instanceof Boolean may)) {
                throw new IllegalArgumentException("a right is true or false: " + one);
            }
            rights = may ? rights : rights.without(right);
        }
        if (json.containsKey("teams")) {
            rights = rights.inTeams(ids(json, "teams"));
        }
        return json.containsKey("customers") ? rights.seeing(ids(json, "customers")) : rights;
    }

    public Map<String, Object> toJson() {
        Map<String, Object> json = new LinkedHashMap<>();
        Map<String, Object> levels = new TreeMap<>();
        areas.forEach((area, level) -> levels.put(area, level.name().toLowerCase(Locale.ROOT)));
        json.put("areas", levels);
        Map<String, Object> rights = new LinkedHashMap<>();
        EnumSet.allOf(Right.class).forEach(right -> rights.put(right.key, may(right)));
        json.put("rights", rights);
        teams.ifPresent(ids -> json.put("teams", List.copyOf(new TreeSet<>(ids))));
        if (!customers.isEmpty()) {
            json.put("customers", List.copyOf(new TreeSet<>(customers)));
        }
        return json;
    }

    private static Level level(Object value) {
        return Arrays.stream(Level.values())
                .filter(one -> one.name().equalsIgnoreCase(String.valueOf(value)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an area is none, read or edit, not " + value));
    }

    private static Map<?, ?> map(@Nullable Object value, String key) {
        if (value == null) {
            return Map.of();
        }
        if (value instanceof Map<?, ?> map) {
            return map;
        }
        throw new IllegalArgumentException(key + " must be an object: " + value);
    }

    private static Integer[] ids(Map<?, ?> json, String key) {
        if (json.get(key) instanceof List<?> list && list.stream().allMatch(Integer.class::isInstance)) {
            return list.stream().map(Integer.class::cast).distinct().toArray(Integer[]::new);
        }
        throw new IllegalArgumentException(key + " must be an array of whole numbers: " + json.get(key));
    }
}
