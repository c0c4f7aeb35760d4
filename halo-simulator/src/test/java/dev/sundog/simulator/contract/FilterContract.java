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

/** What the parameters of a list of tickets and of actions find. */
public abstract class FilterContract extends HaloContract {

    /** One ticket has what is asked for, the other has not. */
    @Row(confidence = "S", source = "halo-api.md 3.5")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"status_id\":2 | status=2,3",
                "\"status_id\":2 | status_id=2",
                "\"priority_id\":1 | priority=1",
                "\"sla_id\":2 | sla=2",
                "\"agent_id\":3 | agent_id=3",
                "\"agent_id\":3 | agent=3,99",
                "\"agent_id\":2 | mine=true",
                "\"team_id\":3 | team=3",
                "\"client_id\":13 | client_id=13",
                "\"client_id\":13 | client_ids=13,14",
                "\"client_id\":13 | site_id=19",
                "\"user_id\":112 | user_id=112",
                "\"user_id\":112 | username=Carla Contoso",
                "\"user_id\":112 | search_user_name=contoso",
                "\"tickettype_id\":22 | requesttype_id=22",
                "\"tickettype_id\":22 | requesttype=22",
                "\"tickettype_id\":1 | requesttypegroup=1",
                "\"tickettype_id\":32 | domain=prjs",
                "\"category_1\":\"Hardware>Disk\" | category_1=2",
                "\"summary\":\"Quagga\" | search_summary=quagga",
                "\"details\":\"Quagga\" | search_details=quagga",
                "\"reportedby\":\"quagga@x\" | search_reportedby=quagga",
                "\"supplier_reference\":\"Q-1\" | search_supplier_reference=q-1",
                "\"client_reference\":\"Q-1\" | client_ref=Q-1",
                "\"flagged\":true | flagged=true",
                "\"status_id\":9 | closed_only=true",
                "\"status_id\":9 | includeclosed=1",
                "\"third_party_id\":4711 | third_party_id=4711",
                "\"dateoccurred\":\"2020-02-03T10:00:00Z\" | datesearch=dateoccured&startdate=2020-02-01&enddate=2020-02-03",
                "\"attachments\":[{\"filename\":\"a\",\"data_base64\":\"YQ==\"}] | withattachments=true"
            })
    void findsTheTicketsThatAParameterAsksFor(String field, String query) {
        control();
        int other = halo.create("other", "").id();
        int wanted = halo.create("wanted", field).id();

        List<Integer> found = ids("/Tickets?" + query.replace(" ", "%20"));

        assertThat(found).contains(wanted).doesNotContain(other);
    }

    @Row(confidence = "S", source = "halo-api.md 3.5")
    @Test
    void leavesTicketsOut() {
        int one = halo.create("one", "").id();
        int two = halo.create("two", "").id();

        assertThat(ids("/Tickets?excludethese=" + one)).contains(two).doesNotContain(one);
    }

    @Row(confidence = "S", source = "halo-api.md 3.5")
    @Test
    void tellsParentsChildrenAndOthersApart() {
        int parent = halo.create("parent", "").id();
        int child = halo.create("child", "\"parent_id\":" + parent).id();
        int alone = halo.create("alone", "").id();

        assertThat(ids("/Tickets?includechildren=1")).contains(parent).doesNotContain(child, alone);
        assertThat(ids("/Tickets?includechildren=2")).contains(child).doesNotContain(parent, alone);
        assertThat(ids("/Tickets?includechildren=0,1")).contains(parent, alone).doesNotContain(child);
    }

    @Row(confidence = "S", source = "halo-api.md 2")
    @Test
    void searchesActionsOnDemand() {
        int id = halo.create("actions", "").id();
        halo.post("/Actions", "[{\"ticket_id\":%s,\"outcome_id\":7,\"note\":\"a quagga\"}]".formatted(id));

        assertThat(ids("/Tickets?search=quagga")).doesNotContain(id);
        assertThat(ids("/Tickets?search=quagga&searchactions=true")).contains(id);
    }

    @Row(value = 60, confidence = "C2", source = "halo-api.md 2")
    @Test
    void findsTicketsWithAdvancedSearch() {
        control();
        int id = halo.create("Zebra crossing", "").id();
        String filter = "[{\"filter_name\":\"summary\",\"filter_type\":4,\"filter_value\":\"zebra\"}]";

        assertThat(ids("/Tickets?advanced_search=" + encoded(filter))).containsExactly(id);
    }

    @Row(value = 60, confidence = "L, G", source = "halo-api.md 2")
    @ParameterizedTest
    @ValueSource(
            strings = {"x", "{}", "[1]", "[{\"filter_name\":\"summary\",\"filter_type\":9,\"filter_value\":\"x\"}]"})
    void refusesAnAdvancedSearchThatItCannotRead(String filter) {
        Reply reply = halo.get("/Tickets?advanced_search=" + encoded(filter));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("\"Invalid advanced search parameter\"");
    }

    @Row(confidence = "S", source = "halo-api.md 2")
    @Test
    void ordersByUpToFiveFields() {
        String ids = halo.create("b", "\"priority_id\":1").id()
                + "," + halo.create("a", "\"priority_id\":2").id()
                + "," + halo.create("c", "\"priority_id\":1").id();

        JsonNode list = halo.get("/Tickets?order=priority_id&order2=summary&orderdesc2=true&ticketids=" + ids)
                .json();

        assertThat(list.path("tickets").findValuesAsString("summary")).containsExactly("c", "b", "a");
    }

    @Row(confidence = "S", source = "halo-api.md 3.5")
    @Test
    void givesLittleButIdsOnDemand() {
        int id = halo.create("ids", "").id();

        JsonNode row = halo.get("/Tickets?ticketidonly=true&ticketids=" + id)
                .json()
                .path("tickets")
                .path(0);

        assertThat(row.path("id").intValue()).isEqualTo(id);
        assertThat(row.propertyNames()).contains("status_id", "client_id").doesNotContain("summary", "details");
    }

    @Row(confidence = "S", source = "halo-api.md 4")
    @ParameterizedTest
    @CsvSource({
        "excludesys=true, 4",
        "excludeprivate=true, 2",
        "conversationonly=true, 2",
        "agentonly=true, 3",
        "importantonly=true, 1",
        "timeentriesonly=true, 1",
        "actoutcome=Email User, 1",
        "count=1, 1",
        "startdate=2999-01-01, 0"
    })
    void filtersActions(String query, int rows) {
        int id = halo.create("actions", "").id();
        String action = "[{\"ticket_id\":%s,%s,\"note\":\"x\"}]";
        halo.post("/Actions", action.formatted(id, "\"outcome_id\":7,\"important\":true"));
        halo.post("/Actions", action.formatted(id, "\"outcome_id\":7,\"timetaken\":0.5"));
        halo.post("/Actions", action.formatted(id, "\"outcome_id\":8"));

        JsonNode list = halo.get("/Actions?ticket_id=%s&%s".formatted(id, query.replace(" ", "%20")))
                .json();

        assertThat(list.path("actions").size()).isEqualTo(rows);
    }

    private List<Integer> ids(String path) {
        return halo.get(path).json().path("tickets").values().stream()
                .map(ticket -> ticket.path("id").intValue())
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
