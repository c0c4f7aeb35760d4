package dev.sundog.console.configuration;

import static dev.sundog.console.problem.FieldErrors.pointer;

import dev.sundog.console.problem.FieldErrors;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an organization must hold to. */
final class OrganizationRules implements Rules {

    private static final int DEEPEST = 10;
    private static final int MOST = 50;
    private static final Pattern DOMAIN = Pattern.compile("[^\\s@/:.]+(\\.[^\\s@/:.]+)+");

    @Override
    public Document check(Document organization, References references, FieldErrors errors) {
        Limits.length(organization, "name", 200, "", errors);
        Limits.reference(organization, "connectionId", Kind.CONNECTION, references, errors);
        Limits.reference(organization, "policyId", Kind.POLICY, references, errors);
        parents(organization, references, errors);
        Limits.positive(organization, "customerId", "", errors);
        Limits.positive(organization, "siteId", "", errors);
        Limits.positive(organization, "userId", "", errors);
        recognizedBy(organization, errors);
        TemplateRules.check(organization.part("overrides"), "/overrides", errors);
        EngineRules.organization(organization, errors);
        return organization;
    }

    /** What its customer may be recognized by. */
    private static void recognizedBy(Document organization, FieldErrors errors) {
        Limits.length(organization, "azureTenantId", 100, "", errors);
        var domains = organization.list("domains");
        errors.require(domains.size() <= MOST, "/domains", "must have at most " + MOST + " members");
        for (int i = 0; i < domains.size(); i++) {
            errors.require(
                    DOMAIN.matcher(String.valueOf(domains.get(i))).matches(),
                    pointer("/domains", i),
                    "must be an internet domain, for example contoso.com");
        }
        var ids = organization.part("externalIds");
        errors.require(ids.fields().size() <= MOST, "/externalIds", "must have at most " + MOST + " members");
        ids.fields().keySet().forEach(system -> {
            errors.require(!system.isBlank(), "/externalIds", "must name the other system of each id");
            Limits.length(ids, system, 200, "/externalIds", errors);
        });
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
