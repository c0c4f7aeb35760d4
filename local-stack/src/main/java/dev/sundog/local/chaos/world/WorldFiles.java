package dev.sundog.local.chaos.world;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The world as files of configuration, as people would write them. {@code ${SUNDOG_SIMULATOR_URL}} is filled in later. */
public final class WorldFiles {

    /** The tenant of the local API key. */
    private static final String TENANT = "acme-msp";

    private WorldFiles() {}

    /** Texts by the names of their files, in the order in which they must be applied. */
    public static Map<String, String> of(World world) {
        var files = new LinkedHashMap<String, String>();
        files.put("10-policy.yaml", policy());
        files.put("20-connections.yaml", joined(world.sites().stream().map(WorldFiles::connection)));
        files.put("30-organizations.yaml", joined(world.parties().stream().map(WorldFiles::organization)));
        return files;
    }

    /** The same connection, not to be used any more. */
    public static String switchedOff(Site site) {
        return connection(site).replace("enabled: true", "enabled: false");
    }

    private static String joined(Stream<String> documents) {
        return documents.collect(Collectors.joining("---\n"));
    }

    private static String policy() {
        return """
                kind: Policy
                id: chaos-policy
                tenantId: %s
                rules:
                  - id: info-noise
                    name: Information needs no ticket
                    when: event.severity == "INFO"
                    action: SUPPRESS
                    reason: Information is for dashboards
                  - id: by-host
                    name: Alerts of one host share a ticket
                    when: event.kind == "ALERT" && "host" in event.labels
                    action: ROUTE
                    then:
                      team: 1st Line Support
                      groupBy: [labels.host]
                  - id: recommendations
                    name: Recommendations are of another type
                    when: event.kind == "RECOMMENDATION"
                    action: ROUTE
                    then:
                      ticketTypeId: 22
                """.formatted(TENANT);
    }

    private static String connection(Site site) {
        return """
                kind: Connection
                id: %1$s
                tenantId: %2$s
                enabled: true
                resourceServer: ${SUNDOG_SIMULATOR_URL}%3$s
                authorizationServer: ${SUNDOG_SIMULATOR_URL}%3$s/auth
                clientId: sundog-local
                clientSecret: sundog-local-secret
                scopes: [all]
                budget:
                  requests: 3000
                  windowSeconds: 300
                lookupStrategy: THIRD_PARTY_ID
                closedStatusIds: [8, 9]
                noteOutcomeId: 7
                policyId: chaos-policy
                defaults:
                  ticketTypeId: 21
                  statusId: 1
                  slaId: 1
                  priorityBySeverity: {CRITICAL: 1, HIGH: 2, MEDIUM: 3, LOW: 4, INFO: 4}
                  lifecycle:
                    onResolve: CLOSE
                    closedStatusId: 9
                    quietPeriodSeconds: 0
                    reopenWindowSeconds: %4$d
                """.formatted(site.connectionId(), TENANT, site.path(), site.reopens() ? 86_400 : 0);
    }

    private static String organization(Party party) {
        String mapping = party.isMapped() ? "customerId: " + party.customerId() + "\n" : "";
        return """
                kind: Organization
                id: %s
                tenantId: %s
                connectionId: %s
                """.formatted(party.id(), TENANT, party.connectionId()) + mapping;
    }
}
