package dev.sundog.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.contract.Topics;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

class HttpSchemasTest {

    @Test
    void takesOutWhatOnlyTheJavaGeneratorPutIn() {
        var schema = Topics.ALERTS.value().orElseThrow();

        var clean = HttpSchemas.clean(schema);

        assertThat(schema.toString()).contains("avro.java.string");
        assertThat(clean).doesNotContain("avro.java.string").contains("{\"name\":\"eventId\",\"type\":\"string\"");
    }

    @Test
    void leavesEverySchemaOfTheContractWithItsMeaning() {
        Topics.all().stream().flatMap(topic -> topic.value().stream()).forEach(schema -> {
            var clean = new Schema.Parser().parse(HttpSchemas.clean(schema));

            assertThat(SchemaNormalization.toParsingForm(clean)).isEqualTo(SchemaNormalization.toParsingForm(schema));
        });
    }
}
