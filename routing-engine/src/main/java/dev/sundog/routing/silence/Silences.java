package dev.sundog.routing.silence;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.event.Event;
import java.util.Collection;
import java.util.List;

/** Finds silences, as the control plane published them last. Never waits. */
public interface Silences {

    /** All silences of a tenant, past and future ones included, in no order. */
    Collection<Silence> silences(String tenantId);

    /**
     * Those silences of the organization's tenant that may hold an event, in no order. All that hold it are among them.
     *
     * @param lineage the event's organization and those above it, nearest first
     */
    default Collection<Silence> silencesAbout(Event event, List<Organization> lineage) {
        return silences(lineage.getFirst().tenantId());
    }
}
