package dev.sundog.avro;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sundog.avro.RegistryHttp.Answer;
import dev.sundog.avro.RegistryHttp.Answer.Given;
import dev.sundog.avro.RegistryHttp.Answer.Refused;
import java.net.URLEncoder;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.errors.SerializationException;

/** A registry that speaks the REST API of Confluent's, as version 7 has it. */
final class HttpRegistry implements Registry {

    private final RegistryHttp http;

    HttpRegistry(RegistryHttp http) {
        this.http = http;
    }

    @Override
    public Stored byId(int id) {
        return stored(given(
                http.get("/schemas/ids/" + id + "?fetchMaxId=false"), words -> undecodable("schema id " + id, words)));
    }

    @Override
    public Stored byGuid(UUID guid) {
        Answer answer = http.getIfOffered("/schemas/guids/" + guid);
        if (answer instanceof Refused refused && refused.code() == 0) {
            // Either this registry has no GUIDs, and waiting would not help, or it is not a registry: this tells.
            given(http.get("/schemas/types"), HttpRegistry::strange);
            throw new UndecodableRecordException("this registry does not know schemas by GUID: " + guid);
        }
        return stored(given(answer, words -> undecodable("schema GUID " + guid, words)));
    }

    @Override
    public Stored byVersion(String subject, int version) {
        return stored(given(
                http.get("/subjects/" + segment(subject) + "/versions/" + version),
                words -> undecodable("version " + version + " of subject " + subject, words)));
    }

    @Override
    public Stored latest(String subject) {
        return stored(given(
                http.get("/subjects/" + segment(subject) + "/versions/latest"),
                words -> new SerializationException("subject " + subject + " has no version: " + words)));
    }

    @Override
    public int lookUp(String subject, String schema, boolean normalize) {
        return id(given(
                http.post("/subjects/" + segment(subject) + query(normalize), Map.of("schema", schema)),
                words -> new SerializationException("the schema is not registered under subject " + subject + ", and "
                        + Settings.AUTO_REGISTER + " is false: " + words)));
    }

    @Override
    public int register(String subject, String schema, boolean normalize) {
        return id(given(
                http.post("/subjects/" + segment(subject) + "/versions" + query(normalize), Map.of("schema", schema)),
                words -> new SerializationException(
                        "the registry refuses the schema for subject " + subject + ": " + words)));
    }

    private static JsonNode given(Answer answer, Function<String, ? extends RuntimeException> otherwise) {
        if (answer instanceof Given given) {
            return given.body();
        }
        Refused refused = (Refused) answer;
        throw otherwise.apply(refused.status() + "/" + refused.code() + " " + refused.words());
    }

    private static SerializationException undecodable(String what, String words) {
        return new UndecodableRecordException("the registry does not know " + what + ": " + words);
    }

    private static RegistryUnavailableException strange(String words) {
        return new RegistryUnavailableException("the schema registry does not answer as a registry does: " + words);
    }

    private static int id(JsonNode body) {
        int id = body.path("id").asInt();
        if (id < 1) {
            throw strange("an answer without an id");
        }
        return id;
    }

    private static Stored stored(JsonNode body) {
        if (!body.path("schema").isTextual()) {
            throw strange("an answer without a schema");
        }
        return new Stored(
                body.path("id").asInt(),
                body.path("schemaType").asText("AVRO"),
                body.path("schema").asText(),
                StreamSupport.stream(body.path("references").spliterator(), false)
                        .map(reference -> new Reference(
                                reference.path("subject").asText(),
                                reference.path("version").intValue()))
                        .toList());
    }

    private static String query(boolean normalize) {
        return normalize ? "?normalize=true" : "";
    }

    private static String segment(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return http.toString();
    }
}
