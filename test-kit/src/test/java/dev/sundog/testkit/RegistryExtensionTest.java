package dev.sundog.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RegistryExtension.class)
class RegistryExtensionTest {

    @Test
    void keepsASchemaWithoutJavasMarks(TestRegistry registry) throws Exception {
        Schema generated = new Schema.Parser().parse("""
                {"type": "record", "name": "Kept", "fields": [
                  {"name": "id", "type": {"type": "string", "avro.java.string": "String"}}]}""");

        registry.register("kept-value", generated);
        registry.register("kept-value", generated);

        assertThat(get(registry, "/subjects/kept-value/versions")).isEqualTo("[1]");
        assertThat(get(registry, "/subjects/kept-value/versions/1/schema"))
                .contains("\"type\":\"string\"")
                .doesNotContain("avro.java.string");
    }

    @Test
    void refusesWhatOldReadersCannotRead(TestRegistry registry) {
        registry.register(
                "narrow-value", SchemaBuilder.record("Narrow").fields().endRecord());

        assertThatIllegalStateException()
                .isThrownBy(() -> registry.register(
                        "narrow-value",
                        SchemaBuilder.record("Narrow")
                                .fields()
                                .requiredInt("added")
                                .endRecord()))
                .withMessageContaining("409");
    }

    private static String get(TestRegistry registry, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(registry.url() + path)).build(), BodyHandlers.ofString())
                .body();
    }
}
