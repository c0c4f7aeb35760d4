package dev.sundog.console.parking;

import java.util.List;
import java.util.Map;

/** Knows what waits, as far as routing has told. */
interface Parked {

    /** The fields that lists of parked events can be narrowed by. */
    List<String> FILTERS = List.of("reason", "organizationId", "tenantId", "silenceId");

    /** The fields that lists of missing mappings can be narrowed by. */
    List<String> UNMAPPED_FILTERS = List.of("tenantId", "organizationId");

    /**
     * One page of parked events, those that wait longest first.
     *
     * @param filter from names of {@link #FILTERS} to the one value wanted
     */
    List<ParkedView> list(Map<String, String> filter, int page, int size);

    /** How many parked events there are. */
    long count(Map<String, String> filter);

    /** The parked events with this name; of several sources, several. */
    List<ParkedView> named(String organizationId, String eventId);

    /** One page of the mappings that events wait for, those that most wait for first. */
    List<UnmappedView> unmapped(Map<String, String> filter, int page, int size);

    /** How many such mappings there are. */
    long unmappedCount(Map<String, String> filter);
}
