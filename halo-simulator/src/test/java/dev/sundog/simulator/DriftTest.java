package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.simulator.book.FieldCatalog;
import dev.sundog.simulator.book.Kind;
import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.Reply;
import dev.sundog.simulator.control.Switch;
import dev.sundog.simulator.description.HaloDescription;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/**
 * What the simulator offers stands in Halo's OpenAPI description, or in {@code halo-exceptions.txt} with a source. Methods
 * are tried over HTTP, fields are read from answers.
 */
class DriftTest {

    private static final HaloDescription HALO = HaloDescription.read();
    private static final Set<String> OF_EVERY_LIST = Set.of(
            "search",
            "advanced_search",
            "count",
            "pageinate",
            "page_no",
            "page_size",
            "order",
            "orderdesc",
            "includeactive",
            "includeinactive",
            "activeinactive",
            "idonly",
            "includelines");

    private HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh());

    @BeforeEach
    void signIn() {
        halo = new HaloCaller(SimulatorUnderTest.fresh()).signIn("all");
        SimulatorUnderTest.simulator().tenant("acme").set(Switch.RATE_LIMIT, 0);
    }

    @Test
    void keepsTheFieldsAsTheyWereTakenFromTheDescription() {
        var kept = HaloDescription.table("book/halo-fields.txt").stream()
                .collect(Collectors.toMap(line -> line.split(" ", 2)[0], line -> line.split(" ", -1).length - 1));

        assertThat(kept).containsExactlyInAnyOrderEntriesOf(HALO.schemas());
    }

    static Stream<String> resources() {
        return Stream.concat(
                SimulatorUnderTest.simulator().tenant("acme").resources().stream()
                        .sorted(),
                Stream.of("tickets/object", "invoice/updatelines", "recurringinvoice/updatelines"));
    }

    @ParameterizedTest
    @MethodSource("resources")
    void offersNoMethodThatHaloDoesNotHave(String resource) {
        List<String> offered = new ArrayList<>();
        if (halo.get("/" + resource).status() != 405) {
            offered.add("GET /" + resource);
        }
        if (halo.other("POST", "/" + resource).status() != 405) {
            offered.add("POST /" + resource);
        }
        if (!resource.contains("/") && halo.get("/" + resource + "/987654").status() != 405) {
            offered.add("GET /" + resource + "/{id}");
        }
        if (!resource.contains("/") && halo.delete("/" + resource + "/987654").status() != 405) {
            offered.add("DELETE /" + resource + "/{id}");
        }

        offered.removeIf(one -> HALO.has(one) || HALO.excuses("path", one));

        assertThat(offered)
                .as("take it away, or add it to halo-exceptions.txt with its source")
                .isEmpty();
    }

    @Test
    void filtersListsByNoParameterThatHaloDoesNotHave() {
        List<String> strange = new ArrayList<>();
        for (String line : HaloDescription.table("api/offers.txt")) {
            String[] cells =
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
            words(cells[6])
                    .map(word -> word.split("=", 2)[0])
                    .filter(name -> !HALO.parameters("GET /" + cells[0]).contains(name))
                    .map(name -> "GET /" + cells[0] + " " + name)
                    .filter(name -> !HALO.excuses("parameter", name))
                    .forEach(strange::add);
        }
        OF_EVERY_LIST.stream().filter(name -> !HALO.hasSomewhere(name)).forEach(strange::add);

        assertThat(strange).isEmpty();
    }

    /** The table has them all, those without effect too: the list of these is complete. */
    @Test
    void knowsEachParameterOfTicketsAndSaysWhetherItHasAnEffect() {
        Set<String> table = HaloDescription.table("api/ticket-filters.txt").stream()
                .flatMap(line -> words(line).skip(1))
                .map(word -> word.split("=", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> expected = new TreeSet<>(HALO.parameters("GET /Tickets"));
        HALO.excuses().stream()
                .filter(one -> one.kind().equals("parameter") && one.what().startsWith("GET /Tickets "))
                .forEach(one -> expected.add(one.what().substring("GET /Tickets ".length())));

        assertThat(table).isEqualTo(expected);
    }

    static Stream<String> lists() {
        return HaloDescription.table("api/offers.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("lists")
    void answersNoFieldOfAListThatHaloDoesNotHave(String line) {
        String[] cells = Arrays.stream(line.split("\\|", -1)).map(String::strip).toArray(String[]::new);
        String schema = Kind.valueOf(cells[1]).schema();
        JsonNode list = halo.get("/" + cells[0]).json();
        JsonNode rows = cells[2].startsWith("-") ? list : list.path(cells[2]);
        String rowSchema = FieldCatalog.halo().knows(schema + "_List") ? schema + "_List" : schema;
        Set<String> strange = new TreeSet<>();

        rows.values().forEach(row -> {
            strange(row, rowSchema, strange);
            strange(halo.get("/" + cells[0] + "/" + row.path("id").asString()).json(), schema, strange);
        });

        assertThat(strange).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/Tickets?includeagent=true&includestatus=true&includetickettype=true"
                + "&includetoplevel=true&includesupplier=true&includetimetaken=true&includeparentsubject=true"
                + "&includeassetkeyfield=true&includelastnote=true, tickets, Faults_List",
        "/Tickets/{id}?includedetails=true, '', Faults",
        "/Actions?includehtmlnote=true&includeattachments=true&ticket_id={id}, actions, Actions",
        "/Attachment?ticket_id={id}, attachments, Attachment_List",
        "/ExternalLink, '', ExternalLink_List",
        "/Report/1?loadreport=true, '', AnalyzerProfile"
    })
    void answersNoFieldOfATicketThatHaloDoesNotHave(String path, String key, String schema) {
        int id = fullTicket();
        Set<String> strange = new TreeSet<>();

        Reply reply = halo.get(path.replace("{id}", String.valueOf(id)));

        JsonNode json = key.isEmpty() ? reply.json() : reply.json().path(key);
        assertThat(json.isEmpty()).isFalse();
        (json.isArray() ? json.values() : List.of(json)).forEach(record -> strange(record, schema, strange));
        assertThat(strange).isEmpty();
    }

    @Test
    void excusesNothingThatTheDescriptionHas() {
        assertThat(HALO.excuses())
                .allMatch(one -> List.of("field", "parameter", "path").contains(one.kind())
                        && !one.source().isEmpty()
                        && !one.confidence().isEmpty());
        assertThat(HALO.excuses().stream().filter(one -> one.kind().equals("path") && HALO.has(one.what())))
                .isEmpty();
    }

    private int fullTicket() {
        int id = halo.create(
                        "full",
                        "\"customfields\":[{\"id\":201,\"value\":\"x\"}],\"assets\":[{\"id\":501}],\"user_id\":112,"
                                + "\"details\":\"x\",\"third_party_id_string\":\"x\",\"category_1\":\"Hardware>Disk\","
                                + "\"attachments\":[{\"filename\":\"a\",\"data_base64\":\"YQ==\"}],"
                                + "\"new_external_link\":{\"module_id\":1,\"third_party_id\":\"x\"}")
                .id();
        halo.post(
                "/Actions",
                "[{\"ticket_id\":%s,\"outcome_id\":9,\"note\":\"x\",\"timetaken\":1,\"who\":\"x\"}]".formatted(id));
        return id;
    }

    private static void strange(JsonNode record, String schema, Set<String> strange) {
        record.propertyNames().forEach(name -> {
            if (FieldCatalog.halo().find(schema, name).isEmpty()) {
                strange.add(schema + "." + name);
            }
        });
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split(" ", -1)).filter(word -> !word.isEmpty());
    }
}
