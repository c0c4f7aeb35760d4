package dev.sundog.local.example;

import dev.sundog.local.apply.Kind;
import dev.sundog.local.apply.Manifest;
import dev.sundog.local.terminal.CommandFailure;
import dev.sundog.routing.check.PolicyCheck;
import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.trial.Candidate;
import dev.sundog.routing.trial.Example;
import dev.sundog.routing.wire.AvroDocuments;
import dev.sundog.routing.wire.Parsed;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Holds policies to their examples. Organizations and connections come from the same files; one that no file has counts as mapped to
 * customer 1 by a connection without defaults, so that a policy can be tested alone.
 */
final class ExampleRun {

    /** When an event came that does not say when it occurred: a Wednesday at noon. */
    private static final Instant USUAL = Instant.parse("2026-01-07T12:00:00Z");

    private static final List<String> OUTCOMES = List.of("ROUTED", "SUPPRESSED", "PARKED", "REFUSED");

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final List<Manifest> manifests;

    ExampleRun(List<Manifest> manifests) {
        this.manifests = List.copyOf(manifests);
    }

    /**
     * How one example went.
     *
     * @param faults what came out otherwise, one line each; empty where the example holds
     */
    record Result(Manifest policy, String example, List<String> faults) {}

    /** Runs every example of every policy. */
    List<Result> run() {
        return manifests.stream()
                .filter(manifest -> manifest.kind() == Kind.POLICY)
                .flatMap(manifest -> run(manifest).stream())
                .toList();
    }

    private List<Result> run(Manifest manifest) {
        var policy = sound(AvroDocuments.policy(tree(manifest)), manifest.place());
        savable(policy, manifest.place());
        var results = new ArrayList<Result>();
        var examples = manifest.fields().path("examples");
        for (int i = 0; i < examples.size(); i++) {
            var place = manifest.place() + ": /examples/" + i;
            var example = example(examples.get(i), place);
            results.add(new Result(manifest, example.name(), faults(example, policy)));
        }
        return results;
    }

    /** Holds a policy to what it is held to when it is saved, so that an example does not fail for what nobody could save. */
    private static void savable(Policy policy, String place) {
        var findings = new PolicyCheck().check(policy);
        if (!findings.isEmpty()) {
            throw new CommandFailure(findings.stream()
                    .map(finding -> place + ": " + finding.pointer() + ": " + finding.message())
                    .collect(Collectors.joining("\n")));
        }
    }

    private List<String> faults(Example example, Policy policy) {
        var tables = new ConfigurationTables();
        var event = example.event();
        var organization = found(Kind.ORGANIZATION, event.organizationId())
                .map(it -> sound(AvroDocuments.organization(tree(it)), it.place()))
                .orElseGet(() -> organization(event.organizationId(), policy.tenantId()));
        tables.putOrganization(organization.id(), organization);
        parents(organization, tables);
        manifests.stream()
                .filter(it -> it.kind() == Kind.CONNECTION)
                .forEach(it -> tables.putConnection(it.id(), sound(AvroDocuments.connection(tree(it)), it.place())));
        var connectionId = organization.connectionId();
        if (connectionId != null && tables.connection(connectionId).isEmpty()) {
            tables.putConnection(connectionId, connection(connectionId, policy.tenantId()));
        }
        return example.faults(Router.alone().decide(event, new Candidate(tables, policy, true), event.acceptedAt()));
    }

    private void parents(Organization organization, ConfigurationTables tables) {
        var parentId = organization.parentId();
        while (parentId != null && tables.organization(parentId).isEmpty()) {
            var parent = found(Kind.ORGANIZATION, parentId)
                    .map(it -> sound(AvroDocuments.organization(tree(it)), it.place()));
            parent.ifPresent(it -> tables.putOrganization(it.id(), it));
            parentId = parent.map(Organization::parentId).orElse(null);
        }
    }

    private Optional<Manifest> found(Kind kind, String id) {
        return manifests.stream()
                .filter(it -> it.kind() == kind && it.id().equals(id))
                .findFirst();
    }

    private static Example example(JsonNode example, String place) {
        var fields = new LinkedHashMap<String, String>();
        example.path("fields")
                .properties()
                .forEach(field -> fields.put(field.getKey(), field.getValue().asString("")));
        var ruleId = example.path("ruleId");
        var outcome = example.path("outcome").asString("");
        if (!OUTCOMES.contains(outcome)) {
            throw new CommandFailure(place + "/outcome: must be one of " + String.join(", ", OUTCOMES));
        }
        return new Example(
                example.path("name").asString("without a name"),
                event(example.path("event"), place + "/event"),
                outcome,
                ruleId.isString() ? ruleId.asString() : null,
                fields);
    }

    private static Event event(JsonNode text, String place) {
        try {
            Map<String, Object> tree = JSON.readValue(text.asString(""), TREE);
            var acceptedAt = tree.get("occurredAt") == null
                    ? USUAL
                    : sound(AvroDocuments.event(tree, USUAL), place).occurredAt();
            return sound(AvroDocuments.event(tree, acceptedAt), place);
        } catch (JacksonException e) {
            throw new CommandFailure(place + ": is no JSON object: " + e.getOriginalMessage(), e);
        }
    }

    private static Map<String, Object> tree(Manifest manifest) {
        var tree = new LinkedHashMap<>(JSON.convertValue(manifest.fields(), TREE));
        tree.put("id", manifest.id());
        return tree;
    }

    private static <T> T sound(Parsed<T> parsed, String place) {
        return switch (parsed) {
            case Parsed.Sound<T>(var value) -> value;
            case Parsed.Faulty<T>(var faults) ->
                throw new CommandFailure(faults.stream()
                        .map(fault -> place + ": " + fault.pointer() + ": " + fault.detail())
                        .collect(Collectors.joining("\n")));
        };
    }

    private static Organization organization(String id, String tenantId) {
        return sound(
                AvroDocuments.organization(
                        Map.of("id", id, "tenantId", tenantId, "connectionId", "example", "customerId", 1)),
                id);
    }

    private static Connection connection(String id, String tenantId) {
        var any = "https://example.invalid";
        return sound(
                AvroDocuments.connection(Map.of(
                        "id",
                        id,
                        "tenantId",
                        tenantId,
                        "resourceServer",
                        any,
                        "authorizationServer",
                        any,
                        "clientId",
                        "any")),
                id);
    }
}
