package dev.sundog.routing.check;

import dev.sundog.routing.expression.CelExpressions;
import dev.sundog.routing.expression.Setting;
import dev.sundog.routing.ticket.TicketTemplate;
import java.util.List;

/**
 * Says what is wrong with the ticket fields that a connection or an organization sets, before they are saved. Their expressions
 * stand outside of policies, so they know no tables and no business hours. Pure; safe from any thread.
 */
public final class PlaceCheck {

    private final CelExpressions expressions = new CelExpressions(Setting.NONE);

    /** Everything that is wrong; pointers begin at the fields. */
    public List<Finding> check(TicketTemplate fields) {
        var findings = new Findings();
        TemplateFindings.of(fields, expressions, findings);
        return findings.toList();
    }
}
