package dev.sundog.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

class SchemaDocumentationTest {

    @Test
    void explainsEveryTypeAndEveryField() throws IOException {
        List<String> unexplained = new ArrayList<>();

        for (Schema type : types()) {
            explained(type.getFullName(), type.getDoc(), unexplained);
            if (type.getType() == Schema.Type.RECORD) {
                type.getFields()
                        .forEach(field -> explained(type.getFullName() + "." + field.name(), field.doc(), unexplained));
            }
        }

        assertThat(unexplained).isEmpty();
    }

    @Test
    void givesEveryEnumADefaultSoThatItMayGrow() throws IOException {
        assertThat(types())
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .isNotEmpty()
                .allSatisfy(type -> assertThat(type.getEnumDefault())
                        .as("default of %s", type.getFullName())
                        .isNotNull());
    }

    @Test
    void findsWhatIsNotExplained() {
        List<String> unexplained = new ArrayList<>();

        explained("a", null, unexplained);
        explained("b", " ", unexplained);
        explained("c", "Something.", unexplained);

        assertThat(unexplained).containsExactly("a", "b");
    }

    private static void explained(String name, String doc, List<String> unexplained) {
        if (doc == null || doc.isBlank()) {
            unexplained.add(name);
        }
    }

    private static Set<Schema> types() throws IOException {
        Set<Schema> types = new HashSet<>();
        Releases.current().values().forEach(schema -> collect(schema, types));
        return types;
    }

    private static void collect(Schema schema, Set<Schema> types) {
        switch (schema.getType()) {
            case RECORD -> {
                if (types.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), types));
                }
            }
            case ENUM, FIXED -> types.add(schema);
            case ARRAY -> collect(schema.getElementType(), types);
            case MAP -> collect(schema.getValueType(), types);
            case UNION -> schema.getTypes().forEach(member -> collect(member, types));
            default -> {
                // Primitive types have no words of their own.
            }
        }
    }
}
