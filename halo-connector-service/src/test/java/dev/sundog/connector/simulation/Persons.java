package dev.sundog.connector.simulation;

import java.util.List;

/** What people do in Halo meanwhile. */
final class Persons {

    private Persons() {}

    static void act(World world, Plan.PersonActs acts) {
        ModelHalo halo = world.sites.get(acts.connectionId()).halo;
        List<ModelTicket> ours = halo.tickets().stream()
                .filter(ticket -> ticket.ticketKey != null && ticket.lives())
                .toList();
        if (ours.isEmpty() || !world.weather.has(acts.deed())) {
            return;
        }
        ModelTicket ticket = ours.get(acts.choice() % ours.size());
        world.coverage.count("fault", acts.deed().name());
        world.line.say("person", () -> acts.deed() + ", ticket " + ticket.id);
        switch (acts.deed()) {
            case PERSON_CLOSES -> {
                ticket.statusId = ModelHalo.CLOSED;
                ticket.closedByPerson = true;
            }
            case PERSON_TOUCHES -> ticket.touched = true;
            case PERSON_EDITS -> ticket.details = "rewritten by a person";
            case PERSON_DELETES -> ticket.deleted = true;
            case PERSON_MERGES ->
                halo.tickets().stream()
                        .filter(other -> other != ticket && other.lives())
                        .findFirst()
                        .ifPresent(other -> ticket.mergedInto = other.id);
            default -> throw new IllegalArgumentException("no deed of a person: " + acts.deed());
        }
    }
}
