package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What hangs on a ticket: its people, its SLA, its family, its files, its end. */
public abstract class TicketDepthContract extends HaloContract {

    /** The words are G. */
    @Row(value = 26, confidence = "L, G", source = "halo-api.md 3.1")
    @Test
    void wantsTheMandatoryFieldsOfItsTypeCustomOnesToo() {
        int type = halo.post(
                        "/TicketType",
                        "[{\"name\":\"Strict\",\"fields\":[{\"fieldname\":\"Details\",\"technew\":2},"
                                + "{\"fieldname\":\"Category\",\"technew\":2},{\"fieldid\":201,\"technew\":2},"
                                + "{\"fieldname\":\"impact\",\"technew\":1}]}]")
                .id();
        String filled =
                "\"details_html\":\"x\",\"category_1\":\"Hardware\",\"customfields\":[{\"id\":201,\"value\":\"x\"}]";

        Reply refused = typed(type, "");
        Reply taken = typed(type, "," + filled);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().isString()).isTrue();
        assertThat(refused.body())
                .contains("Details", "Category", "CFsundogReference")
                .doesNotContain("impact");
        assertThat(taken.status()).isEqualTo(201);
        assertThat(typed(type, ",\"_novalidate\":true").status()).isEqualTo(201);
    }

    @Row(value = 28, confidence = "1", source = "halo-api.md 3.1")
    @Test
    void takesSiteAndCustomerFromTheUser() {
        int user = user("Ursula", "ursula@x.example");

        JsonNode ticket = halo.post("/Tickets", "[{\"summary\":\"x\",\"user_id\":%s}]".formatted(user))
                .json();

        assertThat(ticket.path("site_id").intValue()).isEqualTo(halo.halo().site());
        assertThat(ticket.path("client_id").intValue()).isEqualTo(halo.halo().customer());
        assertThat(ticket.path("user_name").asString()).isEqualTo("Ursula");
        assertThat(ticket.path("user_email").asString()).isEqualTo("ursula@x.example");
    }

    @Row(confidence = "1, G", source = "halo-api.md 3.1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"users_name\":\"uma@x.example\"",
                "\"users_name\":\"Uma\"",
                "\"user_name\":\"uma\"",
                "\"userlookup\":{\"id\":%s,\"lookupdisplay\":\"Uma\"}"
            })
    void findsItsUserByNameOrMailAddress(String field) {
        int user = user("Uma", "uma@x.example");

        JsonNode ticket =
                halo.create("x", field.replace("%s", String.valueOf(user))).json();

        assertThat(ticket.path("user_id").intValue()).isEqualTo(user);
    }

    /** A name that nobody has stays a name. */
    @Row(confidence = "C2, G", source = "halo-api.md 3.1")
    @Test
    void keepsTheNameOfAUserThatHaloDoesNotKnow() {
        JsonNode ticket = halo.create("x", "\"user_name\":\"Nobody\",\"reportedby\":\"n@x.example\"")
                .json();

        assertThat(ticket.path("user_id").intValue()).isZero();
        assertThat(ticket.path("user_name").asString()).isEqualTo("Nobody");
        assertThat(ticket.path("reportedby").asString()).isEqualTo("n@x.example");
    }

    @Row(confidence = "L, G", source = "halo-api.md 5.2")
    @Test
    void takesSlaStatusAndPriorityFromItsType() {
        int sla = halo.post("/SLA", "[{\"name\":\"Gold\"}]").id();
        String priority = "[{\"slaid\":%s,\"priorityid\":7,\"name\":\"Sooner\"}]";
        halo.post("/Priority", priority.formatted(sla));
        int type = halo.post(
                        "/TicketType",
                        "[{\"name\":\"Gold\",\"default_sla\":%s,\"default_priority\":7,\"initial_status\":2}]"
                                .formatted(sla))
                .id();

        JsonNode ticket = typed(type, "").json();

        assertThat(ticket.path("sla_id").intValue()).isEqualTo(sla);
        assertThat(ticket.path("priority_id").intValue()).isEqualTo(7);
        assertThat(ticket.path("priority_name").asString()).isEqualTo("Sooner");
        assertThat(ticket.path("status_id").intValue()).isEqualTo(2);
    }

    @Row(confidence = "S", source = "halo-api.md 3.1")
    @ParameterizedTest
    @CsvSource({"\"category_1\":\"Hardware>Disk\"", "\"categoryid_1\":2"})
    void knowsACategoryByPathAndById(String field) {
        JsonNode ticket = halo.create("category", field).json();

        assertThat(ticket.path("category_1").asString()).isEqualTo("Hardware>Disk");
        assertThat(ticket.path("categoryid_1").intValue()).isEqualTo(2);
    }

    @Row(confidence = "1", source = "halo-api.md 3.1")
    @Test
    void countsItsChildren() {
        int parent = halo.create("parent", "").id();
        int child = halo.create("child", "\"parent_id\":" + parent).id();
        int created = halo.create("from", "\"createdfrom_id\":" + parent).id();

        assertThat(halo.get("/Tickets/" + parent).json().path("child_count").intValue())
                .isOne();
        assertThat(ids("/Tickets?parent_id=" + parent)).containsExactly(child);
        assertThat(halo.get("/Tickets/" + created).json().path("createdfrom_id").intValue())
                .isEqualTo(parent);
        halo.create("child", "\"parent_id\":0,\"id\":" + child);
        assertThat(halo.get("/Tickets/" + parent).json().path("child_count").intValue())
                .isZero();
    }

    /** That a merge closes and tells the survivor is G. */
    @Row(confidence = "L, G", source = "halo-api.md annex B 6")
    @Test
    void isClosedAndPointsToTheSurvivorWhenItIsMerged() {
        int survivor = halo.create("survivor", "").id();
        int merged = halo.create("merged", "\"details\":\"the text\"").id();

        JsonNode ticket = halo.create("merged", "\"merged_into_id\":%s,\"id\":%s".formatted(survivor, merged))
                .json();

        assertThat(ticket.path("merged_into_id").intValue()).isEqualTo(survivor);
        assertThat(ticket.path("hasbeenclosed").booleanValue()).isTrue();
        JsonNode told = halo.get("/Actions?ticket_id=" + survivor)
                .json()
                .path("actions")
                .path(0);
        assertThat(told.path("merged_from_ticketid").intValue()).isEqualTo(merged);
        assertThat(told.path("note").asString()).isEqualTo("the text");
    }

    @Row(value = 50, confidence = "C2", source = "halo-api.md 2")
    @Test
    void comesBackWhenItIsRecovered() {
        int id = halo.create("gone", "").id();
        halo.delete("/Tickets/" + id);

        Reply changed = halo.post("/Tickets", "[{\"id\":%s,\"summary\":\"x\"}]".formatted(id));
        Reply recovered = halo.post("/Tickets", "[{\"id\":%s,\"_recover\":true}]".formatted(id));

        assertThat(changed.body()).isEqualTo("\"Record not found\"");
        assertThat(recovered.status()).isEqualTo(201);
        assertThat(halo.get("/Tickets/" + id).json().path("deleted").booleanValue())
                .isFalse();
    }

    @Row(confidence = "G", source = "halo-api.md 3.1")
    @Test
    void isNotKeptWhenItIsOnlyValidated() {
        int before = halo.get("/Tickets?count=1").json().path("record_count").intValue();

        JsonNode shown =
                halo.create("only looked at", "\"_validate_only\":true").json();

        assertThat(shown.path("summary").asString()).isEqualTo("only looked at");
        assertThat(shown.path("id").intValue()).isZero();
        assertThat(halo.get("/Tickets?count=1").json().path("record_count").intValue())
                .isEqualTo(before);
    }

    @Row(confidence = "C2", source = "halo-api.md 3.1")
    @ParameterizedTest
    @ValueSource(strings = {"\"assets\":[{\"id\":%s},{\"id\":987654}]", "\"inventory_number\":\"tag-9\""})
    void linksAssetsByIdAndByTag(String field) {
        int asset = halo.post("/Asset", "[{\"inventory_number\":\"TAG-9\",\"client_id\":12}]")
                .id();

        JsonNode ticket =
                halo.create("asset", field.replace("%s", String.valueOf(asset))).json();

        assertThat(ticket.path("assets").findValuesAsString("inventory_number")).containsExactly("TAG-9");
        assertThat(ids("/Tickets?asset_id=" + asset))
                .containsExactly(ticket.path("id").intValue());
    }

    /** Whether a real tenant takes the link with a new ticket is not known. */
    @Row(confidence = "S, G", source = "halo-api.md 3.4")
    @Test
    void bringsALinkToAnotherSystemAlong() {
        String name = unique("ext");
        String link =
                "\"new_external_link\":{\"module_id\":9,\"table_id\":1,\"third_party_id\":\"%s\"}".formatted(name);
        int id = halo.create("link", link).id();

        JsonNode found = halo.get("/ExternalLink?third_party_id=" + name).json().path(0);
        JsonNode ticket = halo.get("/Tickets/" + id + "?includedetails=true").json();

        assertThat(found.path("halo_id").intValue()).isEqualTo(id);
        assertThat(ticket.path("external_links").findValuesAsString("third_party_id"))
                .containsExactly(name);
    }

    @Row(confidence = "S", source = "halo-api.md 3.1")
    @Test
    void bringsFilesAlong() {
        int id = halo.create("files", "\"attachments\":[{\"filename\":\"a.txt\",\"data_base64\":\"YQ==\"}]")
                .id();

        JsonNode ticket = halo.get("/Tickets/" + id + "?includedetails=true").json();

        assertThat(ticket.path("attachment_count").intValue()).isOne();
        assertThat(ticket.path("attachments").findValuesAsString("filename")).containsExactly("a.txt");
    }

    @Row(confidence = "1", source = "halo-api.md 3.2")
    @Test
    void showsPriorityUserAndSiteWithItsDetails() {
        int id = halo.create("details", "\"user_id\":" + user("Udo", "udo@x.example"))
                .id();

        JsonNode ticket = halo.get("/Tickets/" + id + "?includedetails=true").json();

        assertThat(ticket.path("priority").path("name").asString()).isEqualTo("Medium");
        assertThat(ticket.path("user").path("name").asString()).isEqualTo("Udo");
        assertThat(ticket.path("site").path("client_id").intValue())
                .isEqualTo(halo.halo().customer());
    }

    /** Flags of a call are not fields of the ticket. */
    @Row(value = 14, confidence = "C3", source = "halo-api.md 3.1")
    @Test
    void doesNotShowTheFlagsOfTheCall() {
        JsonNode ticket = halo.create(
                        "flags",
                        "\"_forcereassign\":true,\"donotapplytemplateintheapi\":true,\"sendack\":false,"
                                + "\"dont_do_rules\":true,\"files\":null,\"usertype\":1,\"form_id\":\"newticket1\"")
                .json();

        assertThat(ticket.propertyNames())
                .noneMatch(name -> name.startsWith("_"))
                .doesNotContain("donotapplytemplateintheapi", "sendack", "dont_do_rules", "files");
    }

    @Row(confidence = "C4", source = "halo-api.md 2")
    @Test
    void keepsRowsOfATableInACustomField() {
        String cells = "{\"customfields\":[{\"name\":\"CFname\",\"value\":\"%s\"},{\"name\":\"CFsize\",\"value\":1}]}";
        String field = "\"customfields\":[{\"id\":204,%s\"value\":[%s]}]";
        int id = halo.create("rows", field.formatted("", cells.formatted("a") + "," + cells.formatted("b")))
                .id();

        halo.create("rows", "\"id\":%s,".formatted(id) + field.formatted("\"add_rows\":true,", cells.formatted("c")));
        assertThat(rows(id)).containsExactly("a", "b", "c");
        halo.create(
                "rows",
                "\"id\":%s,".formatted(id)
                        + field.formatted(
                                "", "{\"id\":2,\"edit_customfields\":[{\"name\":\"CFname\",\"value\":\"changed\"}]}"));

        assertThat(rows(id)).containsExactly("changed");
        JsonNode table = halo.get("/Tickets/" + id).json().path("customfields");
        assertThat(table.findValuesAsString("name")).contains("CFsize");
    }

    @Row(value = 35, confidence = "C2", source = "halo-api.md 5.1")
    @ParameterizedTest
    @CsvSource({"/Opportunities, opportunity, /Projects", "/Projects, project, /Opportunities"})
    void keepsOpportunitiesAndProjectsAsTicketsOfTheirTypes(String path, String use, String other) {
        int id = halo.post(path, "[{\"summary\":\"deal\",\"client_id\":12}]").id();

        assertThat(ids(path)).contains(id);
        assertThat(ids(other)).doesNotContain(id);
        assertThat(halo.get(path + "/" + id).json().path("use").asString()).isEqualTo(use);
        assertThat(halo.get("/Tickets/" + id).status()).isEqualTo(200);
    }

    /** The one place where a bare object is right. */
    @Row(value = 13, confidence = "S", source = "halo-api.md 9")
    @Test
    void takesABareObjectUnderItsOwnPath() {
        Reply reply = halo.post("/Tickets/Object", "{\"summary\":\"bare\"}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().path("summary").asString()).isEqualTo("bare");
    }

    @Row(value = 21, confidence = "G", source = "halo-api.md 2")
    @Test
    void refusesToBeItsOwnParentOrMergedIntoNothing() {
        int id = halo.create("self", "").id();

        assertThat(halo.create("self", "\"id\":%s,\"parent_id\":%s".formatted(id, id))
                        .status())
                .isEqualTo(400);
        assertThat(halo.create("self", "\"id\":%s,\"merged_into_id\":987654".formatted(id))
                        .status())
                .isEqualTo(400);
    }

    private Reply typed(int type, String more) {
        return halo.post(
                "/Tickets",
                "[{\"summary\":\"x\",\"client_id\":%s,\"tickettype_id\":%s%s}]"
                        .formatted(halo.halo().customer(), type, more));
    }

    private int user(String name, String mail) {
        return halo.post(
                        "/Users",
                        "[{\"name\":\"%s\",\"emailaddress\":\"%s\",\"site_id\":%s}]"
                                .formatted(name, mail, halo.halo().site()))
                .id();
    }

    private List<String> rows(int ticket) {
        return halo.get("/Tickets/" + ticket).json().path("customfields").values().stream()
                .filter(field -> field.path("id").intValue() == 204)
                .flatMap(field -> field.path("value").values().stream())
                .map(row -> row.path("customfields").path(0).path("value").asString())
                .toList();
    }

    private List<Integer> ids(String path) {
        return halo.get(path).json().path("tickets").values().stream()
                .map(ticket -> ticket.path("id").intValue())
                .toList();
    }
}
