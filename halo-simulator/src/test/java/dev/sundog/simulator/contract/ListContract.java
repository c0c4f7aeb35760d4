package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Lists: paging, envelopes, filters and what their rows leave out. */
public abstract class ListContract extends HaloContract {

    @Row(
            value = {33, 34},
            confidence = "L, S",
            source = "halo-api.md 2")
    @ParameterizedTest
    @CsvSource({
        "'', 50",
        "?count=7, 7",
        "?page_size=7&page_no=2, 50",
        "?pageinate=true&page_size=7, 50",
        "?pageinate=true&page_no=2&page_size=7, 7",
        "?pageinate=true&page_no=1&page_size=5000, 100",
        "?pageinate=true&page_no=3, 10"
    })
    void pagesOnlyWithPageinateAndPageNumber(String query, int rows) {
        control();
        int missing =
                110 - halo.get("/Tickets?count=1").json().path("record_count").intValue();
        if (missing > 0) {
            halo.post("/Tickets", "[" + "{\"summary\":\"x\"},".repeat(missing - 1) + "{\"summary\":\"x\"}]");
        }

        JsonNode list = halo.get("/Tickets" + query).json();

        assertThat(list.path("tickets").size()).isEqualTo(rows);
        assertThat(list.path("record_count").intValue()).isEqualTo(110);
    }

    /** Pages do not overlap. */
    @Row(value = 33, confidence = "L", source = "halo-api.md 2")
    @Test
    void givesEachTicketOnOnePage() {
        List<Integer> made = List.of(
                halo.create("a", "").id(),
                halo.create("b", "").id(),
                halo.create("c", "").id());
        String ids = made.get(0) + "," + made.get(1) + "," + made.get(2);
        String page = "/Tickets?order=id&pageinate=true&page_size=2&ticketids=" + ids + "&page_no=";

        assertThat(ids(halo.get(page + 1))).containsExactly(made.get(0), made.get(1));
        assertThat(ids(halo.get(page + 2))).containsExactly(made.get(2));
    }

    @Row(value = 34, confidence = "1", source = "halo-api.md 2")
    @Test
    void givesUpTo999CustomersOnAPage() {
        JsonNode list =
                halo.get("/Client?pageinate=true&page_no=1&page_size=5000").json();

        assertThat(list.path("page_size").intValue()).isEqualTo(999);
    }

    @Row(value = 35, confidence = "C2+", source = "halo-api.md 5.1")
    @ParameterizedTest
    @CsvSource({"/Tickets, tickets", "/Client, clients", "/Site, sites", "/Actions, actions"})
    void wrapsRowsInAnEnvelope(String path, String key) {
        JsonNode list = halo.get(path).json();

        assertThat(list.path("record_count").isInt()).isTrue();
        assertThat(list.path(key).isArray()).isTrue();
    }

    @Row(value = 35, confidence = "C2+", source = "halo-api.md 5.1")
    @ParameterizedTest
    @ValueSource(strings = {"/TicketType", "/Status", "/Priority", "/Team", "/Agent", "/Outcome"})
    void answersConfiguredListsAsBareArrays(String path) {
        JsonNode list = halo.get(path).json();

        assertThat(list.isArray()).isTrue();
        assertThat(list.path(0).path("id").isMissingNode()).isFalse();
    }

    @Row(value = 36, confidence = "G", source = "halo-api.md 3.4")
    @Test
    void ignoresAParameterItDoesNotKnow() {
        halo.create("unfiltered", "");

        JsonNode list = halo.get("/Tickets?no_such_filter=sd-nothing").json();

        assertThat(list.path("record_count").intValue()).isPositive();
    }

    @Row(value = 37, confidence = "S", source = "halo-api.md 3.4")
    @Test
    void filtersExactlyByThirdPartyId() {
        String reference = unique("exact");
        int open = halo.create("open", third(reference)).id();
        int closed =
                halo.create("closed", third(reference) + ",\"status_id\":9").id();
        halo.create("other", third(reference + "2"));
        String filter = "/Tickets?third_party_id_string=";

        assertThat(ids(halo.get(filter + reference))).containsExactly(closed, open);
        assertThat(ids(halo.get(filter + reference.substring(1)))).isEmpty();
        assertThat(ids(halo.get(filter + reference + "&open_only=true"))).containsExactly(open);
    }

    /** The filter follows a change of the field. */
    @Row(value = 37, confidence = "S", source = "halo-api.md 3.4")
    @Test
    void filtersByTheThirdPartyIdOfNow() {
        String before = unique("before");
        String after = unique("after");
        int id = halo.create("moved", third(before)).id();

        halo.create("moved", "\"id\":%s,%s".formatted(id, third(after)));

        assertThat(ids(halo.get("/Tickets?third_party_id_string=" + before))).isEmpty();
        assertThat(ids(halo.get("/Tickets?third_party_id_string=" + after))).containsExactly(id);
    }

    @Row(value = 40, confidence = "C2", source = "halo-api.md 4")
    @Test
    void takesResolvedAndClosedAsNotOpen() {
        String ids = halo.create("1", "\"status_id\":1").id() + ","
                + halo.create("4", "\"status_id\":4").id() + ","
                + halo.create("8", "\"status_id\":8").id() + ","
                + halo.create("9", "\"status_id\":9").id();

        assertThat(summaries("/Tickets?open_only=true&ticketids=" + ids)).containsExactly("4", "1");
        assertThat(summaries("/Tickets?closed_only=true&ticketids=" + ids)).containsExactly("9", "8");
    }

    @Row(value = 41, confidence = "L, G", source = "halo-api.md 3.2")
    @Test
    void leavesNamesAndCustomFieldsOutOfRows() {
        int id = halo.create("row", "\"third_party_id_string\":\"sd-row\"").id();

        JsonNode row =
                halo.get("/Tickets?ticketids=" + id).json().path("tickets").path(0);
        JsonNode named = halo.get(
                        "/Tickets?includeagent=true&includestatus=true&includetickettype=true&ticketids=" + id)
                .json()
                .path("tickets")
                .path(0);

        assertThat(row.propertyNames())
                .contains("status_id", "agent_id", "client_name", "team")
                .doesNotContain(
                        "agent_name",
                        "status_name",
                        "tickettype_name",
                        "customfields",
                        "hasbeenclosed",
                        "third_party_id_string");
        assertThat(named.propertyNames()).contains("agent_name", "status_name", "tickettype_name");
    }

    /** Each search looks at its own columns, whatever the case. */
    @Row(confidence = "S", source = "halo-api.md 2")
    @Test
    void searchesSummaryAndDetails() {
        String zebra = unique("zebra");
        String quagga = unique("quagga");
        int id = halo.create("ZEBRA" + zebra.substring(5) + " crossing", "\"details\":\"a %s\"".formatted(quagga))
                .id();

        assertThat(ids(halo.get("/Tickets?search_summary=" + zebra))).containsExactly(id);
        assertThat(ids(halo.get("/Tickets?search_summary=" + quagga))).isEmpty();
        assertThat(ids(halo.get("/Tickets?search_details=" + quagga))).containsExactly(id);
        assertThat(ids(halo.get("/Tickets?search=" + quagga))).containsExactly(id);
    }

    @Row(confidence = "S", source = "halo-api.md 3.5")
    @Test
    void filtersByCustomerAndTime() {
        int id = halo.create("by time", "").id();
        String updated = halo.get("/Tickets/" + id).json().path("last_update").asString();

        assertThat(summaries("/Tickets?client_id=%s&lastupdatefromdate=%s"
                        .formatted(halo.halo().customer(), encoded(updated))))
                .contains("by time");
        assertThat(summaries("/Tickets?client_id=1&lastupdatefromdate=" + encoded(updated)))
                .doesNotContain("by time");
        assertThat(summaries("/Tickets?lastupdatefromdate=2999-01-01")).isEmpty();
    }

    @Row(value = 51, confidence = "L", source = "halo-api.md 5.2")
    @Test
    void givesAPriorityAGuidAndANumberPerSla() {
        JsonNode priority = halo.get("/Priority?slaid=1").json().path(0);

        assertThat(priority.path("id").asString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(priority.path("priorityid").isInt()).isTrue();
        assertThat(priority.path("slaid").intValue()).isEqualTo(1);
    }

    /** A site belongs to a customer. */
    @Row(confidence = "S", source = "halo-api.md 5.2")
    @Test
    void findsTheSitesOfACustomer() {
        JsonNode sites =
                halo.get("/Site?client_id=" + halo.halo().customer()).json().path("sites");

        assertThat(sites.values())
                .extracting(site -> site.path("id").intValue())
                .contains(halo.halo().site());
        assertThat(sites.path(0).path("clientsite_name").asString()).endsWith("/Main");
    }

    /** Small lists are written like tickets. */
    @Row(confidence = "C6", source = "halo-api.md 2")
    @Test
    void createsAndChangesACustomer() {
        int id = halo.post("/Client", "[{\"name\":\"Tailspin Toys\"}]").id();

        halo.post("/Client", "[{\"id\":%s,\"inactive\":true}]".formatted(id));

        JsonNode client = halo.get("/Client/" + id).json();
        assertThat(client.path("name").asString()).isEqualTo("Tailspin Toys");
        assertThat(client.path("inactive").booleanValue()).isTrue();
        assertThat(halo.get("/Client?search=tailspin").json().path("clients").size())
                .isZero();
        assertThat(halo.get("/Client?search=tailspin&includeinactive=true")
                        .json()
                        .path("clients")
                        .size())
                .isOne();
    }

    private static String third(String reference) {
        return "\"third_party_id_string\":\"%s\"".formatted(reference);
    }

    private List<Integer> ids(Reply reply) {
        return reply.json().path("tickets").values().stream()
                .map(ticket -> ticket.path("id").intValue())
                .toList();
    }

    private List<String> summaries(String path) {
        return halo.get(path).json().path("tickets").values().stream()
                .map(ticket -> ticket.path("summary").asString())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
