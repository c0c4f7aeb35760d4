package dev.sundog.connector.simulation;

import dev.sundog.connector.call.Call;
import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.CallOutcome;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lifecycle.DeliveryTimes;
import dev.sundog.connector.lifecycle.TicketState;
import dev.sundog.connector.lifecycle.Wishing;
import java.time.Duration;

/** Carries out the planted faults that are a matter of one value. */
final class Mischief {

    private Mischief() {}

    static DeliveryTimes times(World world) {
        DeliveryTimes times = Wishing.TIMES;
        return world.plants(PlantedFault.NO_QUARANTINE)
                ? new DeliveryTimes(
                        times.sendWindow(), times.callTimeout(), Duration.ZERO, 1, Duration.ZERO, times.retention())
                : times;
    }

    static TicketState onState(World world, TicketState state) {
        return world.plants(PlantedFault.FORGETS_EVENT_IDS) ? StateEdits.withoutRecent(state) : state;
    }

    static boolean keepsOld(World world, String ticketKey) {
        return world.plants(PlantedFault.STALE_STATE)
                && world.kept.tickets.containsKey(ticketKey)
                && world.chance.permille(20);
    }

    static CallOutcome onOutcome(World world, Call call, CallOutcome outcome) {
        boolean create = call.operation() instanceof Operation.CreateTicket;
        boolean note = call.operation() instanceof Operation.AddNote;
        boolean lies = outcome.end() instanceof CallEnd.Unknown
                && ((create && world.plants(PlantedFault.BLIND_RETRY))
                        || (note && world.plants(PlantedFault.NOTE_SENT_AGAIN)));
        return lies
                ? CallOutcome.of(call, new CallEnd.NotSent("so it is claimed"), null, null, outcome.endedAt())
                : outcome;
    }
}
