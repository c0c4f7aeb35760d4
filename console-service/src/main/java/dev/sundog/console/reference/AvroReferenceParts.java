package dev.sundog.console.reference;

import dev.sundog.delivery.HaloReference;
import dev.sundog.delivery.ReferenceItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records of {@code halo-reference-v1} in our words, brought into what the database can hold. */
final class AvroReferenceParts {

    private AvroReferenceParts() {}

    /** Empty for a record of another sort. */
    static Optional<Part> of(@Nullable Object record) {
        return record instanceof HaloReference reference ? Optional.of(part(reference)) : Optional.empty();
    }

    private static Part part(HaloReference avro) {
        return new Part(
                new Part.Place(clean(avro.getConnectionId()), avro.getKind().name(), avro.getPart()),
                new Part.Read(
                        clean(avro.getTenantId()),
                        avro.getParts(),
                        clean(avro.getReadId()),
                        avro.getReadAt(),
                        avro.getResult().name(),
                        cleaned(avro.getDetail()),
                        avro.getTotal(),
                        avro.getTruncated(),
                        avro.getItems().stream().map(AvroReferenceParts::item).toList()));
    }

    private static Item item(ReferenceItem avro) {
        Map<String, String> external = new LinkedHashMap<>();
        avro.getExternalIds().forEach((system, id) -> external.put(clean(system), clean(id)));
        return new Item(
                avro.getId(),
                clean(avro.getName()),
                cleaned(avro.getLabel()),
                avro.getActive(),
                avro.getSlaId(),
                avro.getCustomerId(),
                avro.getSiteId(),
                avro.getTypeId(),
                cleaned(avro.getEmail()),
                clean(avro.getDomains()),
                clean(avro.getAzureTenantIds()),
                external,
                clean(avro.getMandatoryFields()),
                clean(avro.getTeams()),
                avro.getComplete());
    }

    private static List<String> clean(List<String> texts) {
        return texts.stream().map(AvroReferenceParts::clean).toList();
    }

    private static @Nullable String cleaned(@Nullable String text) {
        return text == null ? null : clean(text);
    }

    /** PostgreSQL's text has no NUL. */
    private static String clean(String text) {
        return text.replace('\0', '\uFFFD');
    }
}
