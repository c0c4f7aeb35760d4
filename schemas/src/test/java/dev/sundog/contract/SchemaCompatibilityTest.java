package dev.sundog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** FULL_TRANSITIVE: the schemas as they are read what every release wrote, and every release reads what they write. */
class SchemaCompatibilityTest {

    @BeforeAll
    static void writeTheReleaseThatWasAskedFor() throws IOException {
        String version = System.getProperty(Releases.WRITE, "");
        if (!version.isEmpty()) {
            Releases.write(version);
        }
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("released")
    void readsWhatEveryReleaseWrote(String version, String name, Schema released) throws IOException {
        assertThat(problems(current(name), released)).isEmpty();
    }

    @ParameterizedTest(name = "{1} of {0}")
    @MethodSource("released")
    void canBeReadByEveryRelease(String version, String name, Schema released) throws IOException {
        assertThat(problems(released, current(name))).isEmpty();
    }

    @Test
    void isWhatTheNewestReleaseSays() throws IOException {
        List<String> versions = Releases.versions();
        String newest = versions.get(versions.size() - 1);

        assertThat(texts(Releases.current()))
                .as("""
                        The schemas differ from release %1$s. If %1$s is published, write the next release:
                          mvn -pl schemas test -Dtest=SchemaCompatibilityTest -D%2$s=<next version>
                        If it is not published yet, write it again:
                          mvn -pl schemas test -Dtest=SchemaCompatibilityTest -D%2$s=%1$s
                        """, newest, Releases.WRITE)
                .isEqualTo(texts(Releases.released(newest)));
    }

    @Test
    void wouldSeeAFieldThatOldReadersNeed() {
        Schema old = SchemaBuilder.record("R").fields().requiredInt("gone").endRecord();
        Schema now = SchemaBuilder.record("R").fields().endRecord();

        assertThat(problems(now, old)).isEmpty();
        assertThat(problems(old, now)).contains("READER_FIELD_MISSING_DEFAULT_VALUE");
    }

    static Stream<Arguments> released() throws IOException {
        Stream.Builder<Arguments> all = Stream.builder();
        for (String version : Releases.versions()) {
            Releases.released(version).forEach((name, schema) -> all.add(Arguments.of(version, name, schema)));
        }
        return all.build();
    }

    private static Schema current(String name) throws IOException {
        Schema schema = Releases.current().get(name);
        assertThat(schema).as("%s was released and must stay", name).isNotNull();
        return schema;
    }

    private static String problems(Schema reader, Schema writer) {
        SchemaPairCompatibility compatibility = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        return compatibility.getResult().getIncompatibilities().isEmpty()
                ? ""
                : compatibility.getResult().getIncompatibilities().toString();
    }

    private static String texts(SortedMap<String, Schema> schemas) {
        StringBuilder text = new StringBuilder();
        schemas.forEach((name, schema) ->
                text.append(name).append('\n').append(schema.toString(true)).append('\n'));
        return text.toString();
    }
}
