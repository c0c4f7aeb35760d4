package dev.sundog.console.parking;

import dev.sundog.console.paging.Page;
import dev.sundog.console.paging.PageQuery;
import java.util.List;

/** Knows what waits, as far as routing has told. */
interface Parked {

    /** The fields that lists of parked events can be narrowed by. */
    List<String> FILTERS = List.of("reason", "organizationId", "tenantId", "silenceId");

    /** The fields that lists of missing mappings can be narrowed by. */
    List<String> UNMAPPED_FILTERS = List.of("tenantId", "organizationId");

    /**
     * One page of parked events, those that wait longest first.
     *
     * @param query may narrow them by {@link #FILTERS}
     */
    Page<ParkedView> list(PageQuery query);

    /** The parked events with this name; of several sources, several. */
    List<ParkedView> named(String organizationId, String eventId);

    /** How much of an organization waits, by tenant and reason. */
    List<WaitingCount> waiting(String organizationId);

    /** One page of the mappings that events wait for, those that most wait for first. */
    Page<UnmappedView> unmapped(PageQuery query);
}
