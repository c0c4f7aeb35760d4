package dev.sundog.routing;

import dev.sundog.routing.check.Finding;
import dev.sundog.routing.check.PolicyCheck;
import dev.sundog.routing.check.SilenceCheck;
import dev.sundog.routing.customer.Connection;
import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.decision.Decision;
import dev.sundog.routing.decision.Router;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.policy.Policy;
import dev.sundog.routing.trial.Candidate;
import dev.sundog.routing.trial.Example;
import dev.sundog.routing.wire.AvroDocuments;
import dev.sundog.routing.wire.Parsed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * One block of {@code docs/routing.md}: configuration in YAML with the examples that it must hold to. An organization that is not
 * there counts as mapped to customer 1 by a connection without defaults, as with {@code ./sundog test}.
 *
 * @param line where it begins, from 1
 * @param refusal words of the finding that keeps it from being saved; empty for what may be saved
 */
record PageBlock(int line, Optional<String> refusal, List<Map<String, Object>> documents, List<Example> examples) {

    private static final Path PAGE = Path.of("..", "docs", "routing.md");
    private static final Instant USUAL = Instant.parse("2026-01-07T12:00:00Z");

    static List<PageBlock> all() throws IOException {
        var blocks = new ArrayList<PageBlock>();
        var lines = Files.readAllLines(PAGE);
        for (int at = 0; at < lines.size(); at++) {
            var fence = lines.get(at);
            if (!fence.startsWith("```") || fence.equals("```")) {
                continue;
            }
            int end = at + 1 + lines.subList(at + 1, lines.size()).indexOf("```");
            var text = String.join("\n", lines.subList(at + 1, end));
            if (fence.startsWith("```yaml")) {
                blocks.add(yaml(at + 1, fence.substring("```yaml".length()).strip(), text));
            } else if (fence.startsWith("```json")) {
                var outcome = fence.substring("```json".length()).strip();
                blocks.add(
                        blocks.removeLast().and(new Example("line " + (at + 1), event(text), outcome, null, Map.of())));
            }
            at = end;
        }
        return blocks;
    }

    String name() {
        return "line " + line + ": " + documents.getFirst().get("id");
    }

    boolean silences() {
        return of("Silence").findAny().isPresent();
    }

    /** Names of all fields that it shows. */
    Set<String> fields() {
        var names = new TreeSet<String>();
        documents.forEach(document -> names(document, names));
        return names;
    }

    /** What keeps it from being saved. */
    List<Finding> findings() {
        var findings = new ArrayList<Finding>();
        of("Policy").forEach(tree -> findings.addAll(new PolicyCheck().check(sound(AvroDocuments.policy(tree)))));
        of("Silence").forEach(tree -> findings.addAll(new SilenceCheck().check(sound(AvroDocuments.silence(tree)))));
        return findings;
    }

    /** What comes out otherwise than its examples say. */
    List<String> faults() {
        return examples.stream()
                .flatMap(example ->
                        example.faults(decide(example.event())).stream().map(fault -> example.name() + ": " + fault))
                .toList();
    }

    private Decision decide(Event event) {
        var tables = new ConfigurationTables();
        put(tables, connection(Map.of("id", "example")));
        put(tables, organization(Map.of("id", event.organizationId(), "connectionId", "example", "customerId", 1)));
        of("Connection").forEach(tree -> put(tables, connection(tree)));
        of("Organization").forEach(tree -> put(tables, organization(tree)));
        of("Silence")
                .map(tree -> sound(AvroDocuments.silence(tree)))
                .forEach(silence -> tables.putSilence(silence.id(), silence));
        var policy = of("Policy")
                .map(tree -> sound(AvroDocuments.policy(tree)))
                .findFirst()
                .orElseGet(() -> new Policy("none", "acme-msp", 1, List.of()));
        return Router.alone().decide(event, new Candidate(tables, policy, true), event.acceptedAt());
    }

    private static void put(ConfigurationTables tables, Connection connection) {
        tables.putConnection(connection.id(), connection);
    }

    private static void put(ConfigurationTables tables, Organization organization) {
        tables.putOrganization(organization.id(), organization);
    }

    private static Connection connection(Map<String, Object> tree) {
        var given = new HashMap<String, Object>(Map.of(
                "tenantId", "acme-msp", "clientId", "any", "resourceServer", "any", "authorizationServer", "any"));
        given.putAll(tree);
        return sound(AvroDocuments.connection(given));
    }

    private static Organization organization(Map<String, Object> tree) {
        var given = new HashMap<String, Object>(Map.of("tenantId", "acme-msp"));
        given.putAll(tree);
        return sound(AvroDocuments.organization(given));
    }

    private Stream<Map<String, Object>> of(String kind) {
        return documents.stream()
                .filter(document -> kind.equals(document.get("kind")))
                .map(document -> {
                    var tree = new HashMap<>(document);
                    tree.remove("kind");
                    return tree;
                });
    }

    private PageBlock and(Example example) {
        return new PageBlock(
                line,
                refusal,
                documents,
                Stream.concat(examples.stream(), Stream.of(example)).toList());
    }

    private static PageBlock yaml(int line, String info, String text) {
        var documents = StreamSupport.stream(parser().loadAll(text).spliterator(), false)
                .map(PageBlock::tree)
                .toList();
        var examples = documents.stream()
                .flatMap(document -> ((List<?>) document.getOrDefault("examples", List.of())).stream())
                .map(PageBlock::example)
                .toList();
        var refusal = info.startsWith("refused ")
                ? Optional.of(info.substring("refused ".length()))
                : Optional.<String>empty();
        return new PageBlock(line, refusal, documents, examples);
    }

    private static Example example(Object given) {
        var tree = tree(given);
        var fields = new HashMap<String, String>();
        tree(tree.getOrDefault("fields", Map.of())).forEach((name, value) -> fields.put(name, (String) value));
        return new Example(
                (String) tree.get("name"),
                event((String) tree.get("event")),
                (String) tree.get("outcome"),
                (String) tree.get("ruleId"),
                fields);
    }

    // JSON is YAML.
    private static Event event(String json) {
        var tree = tree(parser().load(json));
        var occurred = tree.get("occurredAt");
        return sound(AvroDocuments.event(tree, occurred == null ? USUAL : Instant.parse((String) occurred)));
    }

    @SuppressWarnings("unchecked") // what a parser makes of an object
    private static Map<String, Object> tree(Object given) {
        return (Map<String, Object>) given;
    }

    private static void names(Object given, Set<String> names) {
        if (given instanceof Map<?, ?> map) {
            map.forEach((name, value) -> {
                names.add(String.valueOf(name));
                names(value, names);
            });
        } else if (given instanceof List<?> list) {
            list.forEach(member -> names(member, names));
        }
    }

    private static <T> T sound(Parsed<T> parsed) {
        return switch (parsed) {
            case Parsed.Sound<T>(var value) -> value;
            case Parsed.Faulty<T>(var faults) -> throw new AssertionError(faults.toString());
        };
    }

    private static Yaml parser() {
        return new Yaml(new SafeConstructor(new LoaderOptions()));
    }
}
