package dev.sundog.routing.trial;

import dev.sundog.routing.decision.Configuration;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.event.Event;
import java.time.Instant;
import java.util.Optional;

/** Lets drafts in shadow decide beside the policies that they shall replace. Shares no compiled rule with live decisions. */
public final class Shadow {

    private final Router router = Router.alone();

    /**
     * What the draft in the shadow of the policy that decided would have made otherwise.
     *
     * @return empty where the policy has no shadow, or both make the same of the event
     */
    public Optional<Difference> look(Event event, Configuration configuration, Instant now, Decision live) {
        var policy = live.trail().policy();
        if (policy == null) {
            return Optional.empty();
        }
        var draft = policy.shadow();
        return draft == null
                ? Optional.empty()
                : Difference.between(live, router.decide(event, new Candidate(configuration, draft, false), now));
    }
}
