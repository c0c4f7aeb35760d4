package dev.sundog.console.configuration;

import dev.sundog.console.problem.FieldErrors;
import java.util.Optional;

/** What an organization must hold to. */
final class OrganizationRules implements Rules {

    private static final int DEEPEST = 10;

    @Override
    public Document check(Document organization, References references, FieldErrors errors) {
        Limits.length(organization, "name", 200, "", errors);
        Limits.reference(organization, "connectionId", Kind.CONNECTION, references, errors);
        Limits.reference(organization, "policyId", Kind.POLICY, references, errors);
        parents(organization, references, errors);
        Limits.positive(organization, "customerId", "", errors);
        Limits.positive(organization, "siteId", "", errors);
        Limits.positive(organization, "userId", "", errors);
        TemplateRules.check(organization.part("overrides"), "/overrides", errors);
        EngineRules.organization(organization, errors);
        return organization;
    }

    private static void parents(Document organization, References references, FieldErrors errors) {
        var id = organization.text("id");
        var parent = organization.text("parentId");
        if (parent.isPresent() && parent.equals(id)) {
            errors.add("/parentId", "must be another organization");
            return;
        }
        Limits.reference(organization, "parentId", Kind.ORGANIZATION, references, errors);
        for (int depth = 1; parent.isPresent(); depth++) {
            if (parent.equals(id)) {
                errors.add("/parentId", "must not be a descendant of this organization");
                return;
            }
            if (depth > DEEPEST) {
                errors.add("/parentId", "must have at most " + (DEEPEST - 1) + " organizations above it");
                return;
            }
            parent = parent.flatMap(up -> parentOf(up, references));
        }
    }

    private static Optional<String> parentOf(String id, References references) {
        return references
                .find(Kind.ORGANIZATION, id)
                .flatMap(stored -> stored.document().text("parentId"));
    }
}
