package dev.sundog.simulator.api;

import dev.sundog.simulator.book.Tenant;
import dev.sundog.simulator.control.Switches;
import java.time.InstantSource;

/** What the resources of tickets and actions of one tenant share. */
record TicketParts(
        TicketView view,
        TicketWriter writer,
        TicketSearch search,
        TicketAccess access,
        Replies replies,
        InstantSource time) {

    static TicketParts of(Tenant tenant, Switches switches, InstantSource time) {
        TicketAccess access = new TicketAccess(tenant);
        return new TicketParts(
                new TicketView(tenant, switches),
                new TicketWriter(tenant, switches, time, access),
                new TicketSearch(tenant, switches, time, access),
                access,
                new Replies(switches),
                time);
    }
}
