package dev.sundog.console.configuration;

import static dev.sundog.console.problem.FieldErrors.pointer;

import dev.sundog.console.problem.FieldErrors;
import java.util.regex.Pattern;

/** What a connection must hold to. */
final class ConnectionRules implements Rules {

    private static final Pattern SCOPE = Pattern.compile("[\\x21-\\x7E]{1,100}");
    private static final Pattern HALO_TENANT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private final HaloAddress address;

    ConnectionRules(HaloAddress address) {
        this.address = address;
    }

    @Override
    public Document check(Document connection, References references, FieldErrors errors) {
        var checked = address(connection, "resourceServer", "/api", errors);
        checked = address(checked, "authorizationServer", "/token", errors);
        checked.text("haloTenant")
                .ifPresent(tenant -> errors.require(
                        HALO_TENANT.matcher(tenant).matches(), "/haloTenant", "must match " + HALO_TENANT.pattern()));
        Limits.length(checked, "clientId", 200, "", errors);
        Limits.length(checked, "clientSecret", 1_000, "", errors);
        scopes(checked, errors);
        var budget = checked.part("budget");
        Limits.positive(budget, "requests", "/budget", errors);
        Limits.positive(budget, "windowSeconds", "/budget", errors);
        lookup(checked, errors);
        Limits.positive(checked, "noteOutcomeId", "", errors);
        var closed = checked.list("closedStatusIds");
        for (int i = 0; i < closed.size(); i++) {
            errors.require(
                    closed.get(i) instanceof Long id && id > 0, pointer("/closedStatusIds", i), "must be above zero");
        }
        Limits.reference(checked, "policyId", Kind.POLICY, references, errors);
        Limits.positive(checked, "defaultCustomerId", "", errors);
        servesOnly(checked, errors);
        TemplateRules.check(checked.part("defaults"), "/defaults", errors);
        EngineRules.connection(checked, errors);
        return checked;
    }

    private Document address(Document connection, String field, String tail, FieldErrors errors) {
        var given = connection.text(field);
        if (given.isEmpty()) {
            return connection;
        }
        return switch (address.check(given.get(), tail)) {
            case HaloAddress.Verdict.Fine(String normal) -> connection.with(field, normal);
            case HaloAddress.Verdict.Refused(String why) -> {
                errors.add("/" + field, why);
                yield connection;
            }
        };
    }

    private static void scopes(Document connection, FieldErrors errors) {
        var scopes = connection.list("scopes");
        errors.require(scopes.size() <= 50, "/scopes", "must have at most 50 members");
        for (int i = 0; i < scopes.size(); i++) {
            errors.require(
                    SCOPE.matcher(String.valueOf(scopes.get(i))).matches(),
                    pointer("/scopes", i),
                    "must be one word of ASCII characters");
        }
    }

    /** An organization need not be there yet: it names its connection in turn. One of another tenant is never served. */
    private static void servesOnly(Document connection, FieldErrors errors) {
        var served = connection.list("servesOnly");
        for (int i = 0; i < served.size(); i++) {
            errors.require(
                    Limits.ID.matcher(String.valueOf(served.get(i))).matches(),
                    pointer("/servesOnly", i),
                    "must match " + Limits.ID.pattern());
        }
    }

    private static void lookup(Document connection, FieldErrors errors) {
        var byField = connection.text("lookupStrategy").orElse("").equals("CUSTOM_FIELD");
        errors.require(
                !byField || connection.has("lookupCustomField"),
                "/lookupCustomField",
                "is required when lookupStrategy is CUSTOM_FIELD");
        Limits.length(connection, "lookupCustomField", 200, "", errors);
    }
}
