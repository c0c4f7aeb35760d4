package dev.sundog.routing.decision;

import dev.sundog.routing.customer.Mapping.Mapped;
import dev.sundog.routing.policy.Filled;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.function.Function;

/** Joins what the places of the configuration set: connection, policy, parent organizations, organization; the last counts. */
final class Inheritance {

    private Inheritance() {}

    /**
     * All fields of a ticket.
     *
     * @param rules what the policy says, ready
     * @param fill computes the fields of one place
     */
    static Filled join(Mapped mapped, TicketTemplate rules, Function<TicketTemplate, Filled> fill) {
        var connection = mapped.connection();
        TicketTemplate fields;
        switch (fill.apply(connection.defaults())) {
            case Filled.Ready(var defaults) -> fields = rules.over(defaults);
            case Filled.Broken(var why) -> {
                return new Filled.Broken("connection " + connection.id() + ": " + why);
            }
        }
        for (var organization : mapped.inheritsFrom().reversed()) {
            if (organization.overrides().equals(TicketTemplate.NONE)) {
                continue;
            }
            switch (fill.apply(organization.overrides())) {
                case Filled.Ready(var own) -> fields = own.over(fields);
                case Filled.Broken(var why) -> {
                    return new Filled.Broken("organization " + organization.id() + ": " + why);
                }
            }
        }
        return new Filled.Ready(fields);
    }
}
