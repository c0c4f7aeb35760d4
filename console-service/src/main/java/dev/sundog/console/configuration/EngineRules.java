package dev.sundog.console.configuration;

import dev.sundog.console.problem.FieldErrors;
import dev.sundog.routing.check.Finding;
import dev.sundog.routing.check.PlaceCheck;
import dev.sundog.routing.check.PolicyCheck;
import dev.sundog.routing.wire.AvroDocuments;
import dev.sundog.routing.wire.Parsed;
import java.util.List;
import java.util.function.Function;

/**
 * Asks the engine that will decide by a document what in it could not be carried out: conditions, expressions, keys, templates.
 * Says nothing of a document whose shape is wrong: that was said before, and the engine could not read it.
 */
final class EngineRules {

    private static final PolicyCheck POLICY = new PolicyCheck();
    private static final PlaceCheck PLACE = new PlaceCheck();

    private EngineRules() {}

    static void policy(Document policy, FieldErrors errors) {
        check(AvroDocuments.policy(policy.fields()), POLICY::check, "", errors);
    }

    static void connection(Document connection, FieldErrors errors) {
        check(AvroDocuments.connection(connection.fields()), read -> PLACE.check(read.defaults()), "/defaults", errors);
    }

    static void organization(Document organization, FieldErrors errors) {
        check(
                AvroDocuments.organization(organization.fields()),
                read -> PLACE.check(read.overrides()),
                "/overrides",
                errors);
    }

    private static <T> void check(
            Parsed<T> parsed, Function<T, List<Finding>> check, String place, FieldErrors errors) {
        if (!errors.isEmpty() || !(parsed instanceof Parsed.Sound<T>(var read))) {
            return;
        }
        check.apply(read).forEach(finding -> errors.add(place + finding.pointer(), finding.message()));
    }
}
