package dev.sundog.simulator.api;

import dev.sundog.simulator.access.Grant;
import dev.sundog.simulator.book.AgentRights;
import dev.sundog.simulator.book.AgentRights.Right;
import dev.sundog.simulator.book.Row;
import dev.sundog.simulator.book.Tenant;
import java.util.Map;
import java.util.Objects;

/** What the agent behind a token may do with tickets. That he may not see one makes it missing, not an error. */
final class TicketAccess {

    private static final int UNASSIGNED = 1;

    private final Tenant tenant;

    TicketAccess(Tenant tenant) {
        this.tenant = tenant;
    }

    /** Whether nothing is hidden from the agent. */
    boolean seesAll(Grant grant) {
        AgentRights rights = tenant.rights(grant.agentId());
        return rights.customers().isEmpty()
                && rights.may(Right.VIEW_UNASSIGNED_TICKETS)
                && rights.may(Right.VIEW_TICKETS_OF_OTHERS);
    }

    boolean sees(Grant grant, Row ticket) {
        AgentRights rights = tenant.rights(grant.agentId());
        int agent = ticket.number("agent_id");
        if (!rights.sees(ticket.number("client_id"))) {
            return false;
        }
        return agent == UNASSIGNED
                ? rights.may(Right.VIEW_UNASSIGNED_TICKETS)
                : agent == grant.agentId() || rights.may(Right.VIEW_TICKETS_OF_OTHERS);
    }

    boolean mayCreate(Grant grant) {
        return tenant.rights(grant.agentId()).may(Right.ADD_TICKETS);
    }

    boolean mayChange(Grant grant, Row ticket) {
        AgentRights rights = tenant.rights(grant.agentId());
        boolean closed = TicketSearch.CLOSED.contains(ticket.number("status_id"));
        boolean others = ticket.number("agent_id") != grant.agentId();
        return sees(grant, ticket)
                && (!closed || rights.may(Right.EDIT_CLOSED_TICKETS))
                && (!others || rights.may(Right.EDIT_TICKETS_OF_OTHERS));
    }

    /** Takes out of an update what the agent may not change; Halo leaves it as it was without a word. */
    void withhold(Grant grant, Map<String, Object> changes, Row before) {
        AgentRights rights = tenant.rights(grant.agentId());
        boolean outside = rights.may(Right.UPDATE_OUTSIDE_OF_ACTIONS);
        if (!outside) {
            changes.remove("status_id");
        }
        if (!outside || !rights.may(Right.REASSIGN_TICKETS)) {
            changes.remove("team");
            changes.remove("team_id");
            if (!Objects.equals(changes.get("agent_id"), before.value("agent_id"))) {
                changes.remove("agent_id");
            }
        }
    }

    boolean memberOf(Grant grant, int team) {
        return tenant.rights(grant.agentId()).memberOf(team);
    }
}
