package dev.sundog.console.trial;

import java.util.List;

/** Answers which events have been seen. Of other tenants' it knows nothing. */
interface SeenEvents {

    /** The events with these ids, the latest first; several sources may use one id. */
    List<SeenEvent> named(String tenantId, List<String> eventIds);

    /** The latest events of the tenant's organizations, the latest first. */
    List<SeenEvent> latest(String tenantId, int most);
}
