package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** One ticket: what it needs, what it becomes, how it ends. */
public abstract class TicketContract extends HaloContract {

    /** The form of the error is G. */
    @Row(value = 24, confidence = "1, G", source = "halo-api.md 3.1")
    @ParameterizedTest
    @ValueSource(strings = {"", "\"summary\":\"\",", "\"summary\":\"  \","})
    void needsASummary(String summary) {
        Reply reply = halo.post(
                "/Tickets",
                "[{%s\"client_id\":%s}]".formatted(summary, halo.halo().customer()));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().isString()).isTrue();
    }

    @Row(value = 25, confidence = "L", source = "halo-api.md 3.1")
    @ParameterizedTest
    @ValueSource(strings = {"", ",\"tickettype_id\":987654"})
    void takesTheDefaultTypeForNoneOrAnUnknownOne(String type) {
        Reply reply = halo.post(
                "/Tickets",
                "[{\"summary\":\"x\",\"client_id\":%s%s}]".formatted(halo.halo().customer(), type));

        assertThat(reply.status()).isBetween(200, 201);
        assertThat(reply.json().path("tickettype_id").intValue()).isPositive().isNotEqualTo(987654);
    }

    @Row(value = 27, confidence = "G", source = "halo-api.md 2.1")
    @Test
    void refusesAnUnknownCustomer() {
        Reply reply = halo.post("/Tickets", "[{\"summary\":\"x\",\"client_id\":987654}]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().isString()).isTrue();
    }

    @Row(value = 29, confidence = "C2", source = "halo-api.md 3.1")
    @Test
    void fillsWhatWasLeftOut() {
        JsonNode ticket = halo.post("/Tickets", "[{\"summary\":\"bare\"}]").json();

        assertThat(ticket.path("agent_id").intValue()).isEqualTo(1);
        assertThat(ticket.path("agent_name").asString()).isEqualTo("Unassigned");
        assertThat(ticket.path("status_id").intValue()).isEqualTo(1);
        assertThat(ticket.path("source").intValue()).isZero();
        assertThat(ticket.path("client_name").asString()).isEqualTo("Unknown");
    }

    /** A ticket without a site is at the main site of its customer. */
    @Row(confidence = "C2", source = "halo-api.md 5.2")
    @Test
    void putsATicketAtTheMainSiteOfItsCustomer() {
        JsonNode ticket = halo.create("site", "").json();

        assertThat(ticket.path("site_id").intValue()).isEqualTo(halo.halo().site());
    }

    @Row(value = 30, confidence = "L", source = "halo-api.md 2.1")
    @Test
    void refusesToUpdateWhatIsNotThere() {
        Reply reply = halo.create("ghost", "\"id\":987654");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("\"Record not found\"");
    }

    /** What an update does not name stays. */
    @Row(confidence = "C4", source = "halo-api.md 3.3")
    @Test
    void changesOnlyWhatAnUpdateNames() {
        int id = halo.create("stays", "\"priority_id\":2,\"details\":\"text\"").id();

        halo.post("/Tickets", "[{\"id\":%s,\"priority_id\":4}]".formatted(id));

        JsonNode ticket = halo.get("/Tickets/" + id).json();
        assertThat(ticket.path("priority_id").intValue()).isEqualTo(4);
        assertThat(ticket.path("summary").asString()).isEqualTo("stays");
        assertThat(ticket.path("details").asString()).isEqualTo("text");
    }

    @Row(value = 32, confidence = "S, L", source = "halo-api.md 3.2")
    @Test
    void readsAWholeTicketAndNoUnknownOne() {
        int id = halo.create("whole", "\"third_party_id_string\":\"sd-whole\"").id();

        JsonNode ticket = halo.get("/Tickets/" + id + "?includedetails=true").json();

        assertThat(ticket.path("third_party_id_string").asString()).isEqualTo("sd-whole");
        assertThat(ticket.path("status_name").asString()).isEqualTo("New");
        assertThat(ticket.path("customfields").isArray()).isTrue();
        assertThat(halo.get("/Tickets/987654").status()).isEqualTo(404);
    }

    @Row(value = 42, confidence = "L x2", source = "halo-api.md 2")
    @Test
    void writesDatesThatAreNotSetAs1900() {
        JsonNode ticket = halo.create("dates", "").json();

        assertThat(ticket.path("targetdate").asString()).isEqualTo("1900-01-01T00:00:00");
        assertThat(ticket.path("dateclosed").asString()).isEqualTo("1900-01-01T00:00:00");
        assertThat(ticket.path("dateoccurred").asString())
                .matches("20\\d\\d-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,7})?Z");
    }

    @Row(value = 43, confidence = "C3", source = "halo-api.md 2")
    @Test
    void keepsHtmlAndDerivesThePlainText() {
        JsonNode ticket = halo.create("html", "\"details_html\":\"<p>a &amp; b</p><p>c</p>\"")
                .json();

        assertThat(ticket.path("details_html").asString()).isEqualTo("<p>a &amp; b</p><p>c</p>");
        assertThat(ticket.path("details").asString()).isEqualTo("a & b\nc");
    }

    /** The other way round. */
    @Row(value = 43, confidence = "C3", source = "halo-api.md 2")
    @Test
    void escapesPlainDetailsInTheirHtmlTwin() {
        JsonNode ticket = halo.create("plain", "\"details\":\"a < b\"").json();

        assertThat(ticket.path("details").asString()).isEqualTo("a < b");
        assertThat(ticket.path("details_html").asString()).isEqualTo("a &lt; b");
    }

    /** An old tenant knows teams by name; both are answered. */
    @Row(confidence = "S", source = "halo-api.md 3.1")
    @ParameterizedTest
    @ValueSource(
            strings = {"\"team\":\"Cloud Operations\"", "\"team_id\":3", "\"team\":\"cloud operations\",\"team_id\":3"})
    void knowsATeamByNameAndById(String field) {
        control();
        JsonNode ticket = halo.create("team", field).json();

        assertThat(ticket.path("team").asString()).isEqualTo("Cloud Operations");
        assertThat(ticket.path("team_id").intValue()).isEqualTo(3);
    }

    @Row(value = 49, confidence = "C2", source = "halo-api.md 4")
    @Test
    void closesByStatus() {
        int id = halo.create("close", "").id();

        JsonNode ticket =
                halo.create("close", "\"id\":%s,\"status_id\":9".formatted(id)).json();

        assertThat(ticket.path("hasbeenclosed").booleanValue()).isTrue();
        assertThat(ticket.path("dateclosed").asString()).startsWith("20");
    }

    /** A closed ticket goes back to an open status. */
    @Row(confidence = "S", source = "halo-api.md 4")
    @Test
    void reopensByStatus() {
        int id = halo.create("reopen", "\"status_id\":9").id();

        JsonNode ticket =
                halo.create("reopen", "\"id\":%s,\"status_id\":2".formatted(id)).json();

        assertThat(ticket.path("hasbeenclosed").booleanValue()).isFalse();
        assertThat(ticket.path("dateclosed").asString()).startsWith("1900");
    }

    @Row(value = 50, confidence = "C2", source = "halo-api.md 2")
    @Test
    void deletesSoftly() {
        String reference = unique("delete");
        int id = halo.create("delete", "\"third_party_id_string\":\"%s\"".formatted(reference))
                .id();

        Reply deleted = halo.delete("/Tickets/" + id + "?reason=test");

        assertThat(deleted.status()).isEqualTo(200);
        assertThat(deleted.id()).isEqualTo(id);
        assertThat(halo.get("/Tickets/" + id).status()).isEqualTo(404);
        assertThat(count("/Tickets?third_party_id_string=" + reference)).isZero();
        assertThat(count("/Tickets?deleted=true&third_party_id_string=" + reference))
                .isOne();
    }

    /** That unknown ones are ignored is G. */
    @Row(value = 59, confidence = "C4, G", source = "halo-api.md 2")
    @Test
    void writesCustomFieldsByNameAndById() {
        control();
        String fields =
                "\"customfields\":[{\"name\":\"cfSundogReference\",\"value\":\"a\"},{\"id\":202,\"value\":\"b\"},"
                        + "{\"name\":\"CFnone\",\"value\":\"c\"}]";

        JsonNode ticket = halo.create("custom", fields).json();

        assertThat(ticket.path("customfields").values())
                .extracting(field -> field.path("name").asString() + "="
                        + field.path("value").asString())
                .contains("CFsundogReference=a", "CFsundogEvent=b");
    }

    @Row(value = 65, confidence = "C3", source = "halo-api.md 5.2")
    @Test
    void findsATicketByCustomFieldWithSql() {
        control();
        int id = halo.create("sql", "\"customfields\":[{\"id\":201,\"value\":\"it's\"}]")
                .id();

        JsonNode rows = halo.post(
                        "/Report",
                        "[{\"_loadreportonly\":true,\"sql\":\"SELECT Faultid, Symptom FROM FAULTS WHERE CFsundogReference = 'it''s'\"}]")
                .json()
                .path("report")
                .path("rows");

        assertThat(rows.values())
                .extracting(row -> row.path("Faultid").intValue())
                .containsExactly(id);
    }

    private int count(String path) {
        return halo.get(path).json().path("record_count").intValue();
    }
}
