package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.exchange.Answer;
import dev.sundog.simulator.exchange.Call;
import java.util.List;
import java.util.Map;

/** One of Halo's resources. What it does not offer is answered with 405. */
interface Resource {

    /** Name of the elements' schema in Halo's description. */
    String schema();

    /** The part of the scopes that governs it, such as {@code tickets}; empty if any scope may read it. */
    String area();

    Answer list(Call call, Grant grant);

    default Answer get(Call call, String id, Grant grant) {
        return Answer.empty(405);
    }

    /** Creates and changes; the elements have been read by the schema. */
    default Answer post(Call call, List<Map<String, Object>> elements, Grant grant) {
        return Answer.empty(405);
    }

    default Answer delete(Call call, String id, Grant grant) {
        return Answer.empty(405);
    }
}
