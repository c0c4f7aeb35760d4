package dev.sundog.local.stack;

import dev.sundog.contract.Topic;
import dev.sundog.contract.Topics;
import dev.sundog.local.http.HttpJson;
import dev.sundog.local.http.HttpReply;
import dev.sundog.local.terminal.CommandFailure;
import java.util.Map;
import org.apache.avro.Schema;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** Registers the schemas of the contract, as an operator would, and sets how they may change. */
final class HttpSchemas {

    private static final Map<String, String> REGISTRY_JSON =
            Map.of("Content-Type", "application/vnd.schemaregistry.v1+json");

    private final HttpJson registry;

    HttpSchemas(String registryUrl) {
        this.registry = new HttpJson(registryUrl, REGISTRY_JSON);
    }

    /** Does nothing for what is registered already. */
    void register() {
        var level = JsonNodeFactory.instance.objectNode().put("compatibility", "FULL_TRANSITIVE");
        require(registry.put("/config", level, Map.of()), "the registry refuses its compatibility level");
        Topics.all().forEach(topic -> topic.value().ifPresent(schema -> register(topic, schema)));
    }

    private void register(Topic topic, Schema schema) {
        String subject = topic.name() + "-value";
        var body = JsonNodeFactory.instance.objectNode().put("schema", clean(schema));
        require(
                registry.post("/subjects/" + subject + "/versions", body.toString(), Map.of()),
                "the registry refuses the schema of " + subject + "; --fresh forgets the former ones");
    }

    /** The schema as text, without what only Avro's code generator for Java put into it. */
    static String clean(Schema schema) {
        return SchemaText.withoutJavaHints(JsonMapper.shared().readTree(schema.toString()))
                .toString();
    }

    private static void require(HttpReply reply, String otherwise) {
        if (!reply.ok()) {
            throw new CommandFailure(otherwise + ": " + reply.summary());
        }
    }
}
