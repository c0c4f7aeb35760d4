package dev.sundog.simulator.description;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes out of Halo's OpenAPI description what the simulator and its drift test need, so that the 3.9 MB need not be
 * kept here. Run {@code main} with the path of the description and the root of this module; it writes {@code
 * halo-fields.txt} (every field of the schemas below) and {@code halo-paths.txt} (every path, method and parameter, and
 * how many fields each schema has).
 */
final class DescriptionExtract {

    private static final String FIELDS = "src/main/resources/dev/sundog/simulator/book/halo-fields.txt";
    private static final String PATHS = "src/test/resources/dev/sundog/simulator/description/halo-paths.txt";
    private static final List<String> SCHEMAS = List.of(
            "Faults",
            "Faults_List",
            "Actions",
            "Uname",
            "Uname_List",
            "Appointment",
            "Appointment_List",
            "Device",
            "Device_List",
            "Attachment",
            "Attachment_List",
            "Area",
            "Area_List",
            "ContractHeader",
            "ContractHeader_List",
            "InvoiceHeader",
            "InvoiceDetail",
            "Item",
            "KBEntry",
            "KBEntry_List",
            "Organisation",
            "QuotationHeader",
            "QuotationDetail",
            "AnalyzerProfile",
            "AnalyzerProfile_List",
            "ReportContent",
            "Site",
            "Site_List",
            "TStatus",
            "Company",
            "SectionDetail",
            "SectionDetail_List",
            "UnameSection",
            "RequestType",
            "RequestType_List",
            "RequestTypeField",
            "Policy",
            "SlaHead",
            "CategoryDetail",
            "Lookup",
            "TOutcome",
            "FieldInfo",
            "CustomField",
            "ExternalLink_List",
            "Timesheet",
            "TimesheetEvent",
            "Tree",
            "Tree_List",
            "Users",
            "Users_List",
            "Licence_List",
            "OrderHead",
            "OrderLine",
            "SupplierOrderHeader",
            "SupplierOrderDetail",
            "AreaNote",
            "IncomingEvent",
            "Webhook",
            "WebhookEvent",
            "UnameNotification",
            "EscMsg",
            "Tabname");

    private DescriptionExtract() {}

    /** Arguments: the description, the root of this module. */
    public static void main(String[] arguments) throws IOException {
        JsonNode description =
                JsonMapper.shared().readTree(Path.of(arguments[0]).toFile());
        Path module = Path.of(arguments[1]);
        Files.writeString(module.resolve(FIELDS), fields(description.at("/components/schemas")));
        Files.writeString(module.resolve(PATHS), paths(description));
    }

    private static String fields(JsonNode schemas) {
        StringBuilder text = new StringBuilder("""
                # Made by DescriptionExtract from Halo's OpenAPI description of April 2025; not to be edited.
                # Schema, then name:type (s text, i integer, n decimal, b flag, d date, g guid, a list, o any).
                """);
        for (String schema : SCHEMAS) {
            JsonNode properties = schemas.path(schema).path("properties");
            if (!properties.isMissingNode()) {
                text.append(schema);
                properties
                        .properties()
                        .forEach(one -> text.append(' ')
                                .append(one.getKey())
                                .append(':')
                                .append(letter(one.getValue())));
                text.append('\n');
            }
        }
        return text.toString();
    }

    private static char letter(JsonNode property) {
        String format = property.path("format").asString("");
        return switch (property.path("type").asString("")) {
            case "string" ->
                switch (format) {
                    case "date-time" -> 'd';
                    case "uuid" -> 'g';
                    case "date-span" -> 'o';
                    default -> 's';
                };
            case "integer" -> 'i';
            case "number" -> 'n';
            case "boolean" -> 'b';
            case "array" -> 'a';
            default -> 'o';
        };
    }

    private static String paths(JsonNode description) {
        List<String> lines = new ArrayList<>();
        lines.add("# Made by DescriptionExtract from Halo's OpenAPI description of April 2025; not to be edited.");
        lines.add("# Method, path, schema of the body (or -; [] around it for an array), query parameters.");
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(one -> lines.add("%s %s %s%s"
                                .formatted(
                                        one.getKey().toUpperCase(Locale.ROOT),
                                        path.getKey(),
                                        body(one.getValue()),
                                        query(one.getValue())))));
        lines.add("# Schema, number of its fields.");
        JsonNode schemas = description.at("/components/schemas");
        for (String schema : SCHEMAS) {
            if (schemas.has(schema)) {
                lines.add("SCHEMA %s %s"
                        .formatted(
                                schema, schemas.path(schema).path("properties").size()));
            }
        }
        return String.join("\n", lines) + "\n";
    }

    private static String body(JsonNode operation) {
        JsonNode schema = operation.at("/requestBody/content/application~1json/schema");
        JsonNode items = schema.path("items");
        String name = name(items.isMissingNode() ? schema : items);
        return items.isMissingNode() ? name : "[" + name + "]";
    }

    private static String name(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty()
                ? schema.path("type").asString("-")
                : reference.substring(reference.lastIndexOf('/') + 1);
    }

    private static String query(JsonNode operation) {
        return operation.path("parameters").values().stream()
                .filter(one -> one.path("in").asString("").equals("query"))
                .map(one -> " " + one.path("name").asString())
                .collect(Collectors.toCollection(TreeSet::new))
                .stream()
                .collect(Collectors.joining());
    }
}
