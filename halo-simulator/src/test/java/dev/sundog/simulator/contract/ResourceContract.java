package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The lists beside the tickets: shapes, and what is written and read back. */
public abstract class ResourceContract extends HaloContract {

    /** That a contract's and an order's keys are these is C2 and more, of the last three 1. */
    @Row(value = 35, confidence = "C2, 1", source = "halo-api.md 5.1")
    @ParameterizedTest
    @CsvSource({
        "/Users, users",
        "/Asset, assets",
        "/Opportunities, tickets",
        "/Projects, tickets",
        "/Item, items",
        "/Supplier, suppliers",
        "/Invoice, invoices",
        "/RecurringInvoice, invoices",
        "/ClientContract, contracts",
        "/Quotation, quotes",
        "/SalesOrder, salesorders",
        "/PurchaseOrder, purchaseorders",
        "/KBArticle, articles",
        "/Report, reports",
        "/Attachment, attachments",
        "/SoftwareLicence, licences",
        "/CRMNote, actions"
    })
    void wrapsTheRowsOfEachResourceInItsEnvelope(String path, String key) {
        JsonNode list = halo.get(path + "?pageinate=true&page_no=1&page_size=2").json();

        assertThat(list.path("page_no").intValue()).isOne();
        assertThat(list.path("page_size").intValue()).isEqualTo(2);
        assertThat(list.path("record_count").isInt()).isTrue();
        assertThat(list.path(key).isArray()).isTrue();
        assertThat(list.path(key).size()).isLessThanOrEqualTo(2);
    }

    @Row(value = 35, confidence = "C2", source = "halo-api.md 5.1")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/TicketType",
                "/Status",
                "/Priority",
                "/Team",
                "/Agent",
                "/Lookup?lookupid=12",
                "/Category",
                "/Outcome",
                "/SLA",
                "/FieldInfo",
                "/Timesheet"
            })
    void answersWhatIsConfiguredWithoutAnEnvelope(String path) {
        assertThat(halo.get(path).json().isArray()).isTrue();
    }

    @Row(value = 35, confidence = "1", source = "halo-api.md 5.1")
    @Test
    void wrapsAgentsInResultsWhenTheyArePaged() {
        JsonNode list = halo.get("/Agent?pageinate=true&page_no=1&page_size=1").json();

        assertThat(list.path("results").size()).isOne();
        assertThat(list.path("record_count").isInt()).isTrue();
    }

    @Row(value = 34, confidence = "L", source = "halo-api.md 2")
    @Test
    void givesAtMost50AssetsOnAPage() {
        JsonNode list =
                halo.get("/Asset?pageinate=true&page_no=1&page_size=500").json();

        assertThat(list.path("page_size").intValue()).isEqualTo(50);
    }

    @Row(value = 35, confidence = "C2+", source = "halo-api.md 5.2")
    @Test
    void findsTheUsersOfACustomer() {
        halo.post("/Users", "[{\"firstname\":\"Uma\",\"surname\":\"User\",\"site_id\":18}]");

        JsonNode users = halo.get("/Users?client_id=12&search=uma").json().path("users");

        assertThat(users).isNotEmpty().allSatisfy(user -> {
            assertThat(user.path("client_id").intValue()).isEqualTo(12);
            assertThat(user.path("client_name").asString()).isNotBlank();
        });
    }

    /** A resource is written as an array; who has an id is changed, who has none is new. */
    @Row(value = 17, confidence = "C6", source = "halo-api.md 2")
    @ParameterizedTest
    @CsvSource({
        "/Site, name, \"client_id\":12",
        "/Users, surname, \"site_id\":18",
        "/Asset, inventory_number, \"client_id\":12",
        "/Item, name, \"baseprice\":1.5",
        "/Supplier, name, \"email_address\":\"a@b.example\"",
        "/Invoice, invoicenumber, \"client_id\":12",
        "/RecurringInvoice, name, \"client_id\":12",
        "/ClientContract, ref, \"client_id\":12",
        "/Quotation, title, \"client_id\":12",
        "/SalesOrder, title, \"client_id\":12",
        "/PurchaseOrder, title, \"supplier_id\":1",
        "/KBArticle, name, \"resolution\":\"x\"",
        "/Report, name, \"sql\":\"select Faultid from FAULTS\"",
        "/SoftwareLicence, name, \"count\":3",
        "/CRMNote, note, \"client_id\":12",
        "/Appointment, subject, \"agent_id\":3",
        "/Organisation, name, \"email\":\"a@b.example\"",
        "/TopLevel, name, \"notes\":\"x\"",
        "/Team, name, \"forrequests\":true",
        "/Category, value, \"type_id\":1",
        "/SLA, name, \"workday_id\":1",
        "/Status, name, \"type\":0",
        "/TicketType, name, \"use\":\"ticket\"",
        "/Outcome, outcome, \"newstatus\":2",
        "/Agent, name, \"email\":\"a@b.example\"",
        "/FieldInfo, name, \"label\":\"x\"",
        "/ExternalLink, third_party_id, \"module_id\":5",
        "/TimesheetEvent, subject, \"agent_id\":3",
        "/IncomingEvent, thirdparty_id, \"url\":\"x\""
    })
    void createsChangesReadsAndDeletesARecord(String path, String field, String other) {
        Reply created = halo.post(path, "[{\"%s\":\"first\",%s}]".formatted(field, other));

        Reply changed = halo.post(path, "[{\"id\":%s,\"%s\":\"second\"}]".formatted(created.id(), field));

        JsonNode read = halo.get(path + "/" + created.id()).json();
        assertThat(created.status()).isEqualTo(201);
        assertThat(changed.id()).isEqualTo(created.id());
        assertThat(read.path(field).asString()).isEqualTo("second");
        String name = other.substring(1, other.indexOf('"', 1));
        assertThat(read.has(name)).isTrue();
        assertThat(halo.delete(path + "/" + created.id()).id()).isEqualTo(created.id());
        assertThat(halo.get(path + "/" + created.id()).status()).isEqualTo(404);
    }

    @Row(value = 30, confidence = "L", source = "halo-api.md 2.1")
    @ParameterizedTest
    @ValueSource(strings = {"/Client", "/Asset", "/Invoice", "/Users"})
    void refusesToUpdateARecordThatIsNotThere(String path) {
        Reply reply = halo.post(path, "[{\"id\":987654}]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("\"Record not found\"");
    }

    @Row(confidence = "C2", source = "halo-api.md 2")
    @Test
    void findsAUserByMailAddressWithAdvancedSearch() {
        int id = halo.post(
                        "/Users",
                        "[{\"name\":\"Eve\",\"emailaddress\":\"eve@x.example\",\"site_id\":%s}]"
                                .formatted(halo.halo().site()))
                .id();

        JsonNode equal = halo.get("/Users?advanced_search=" + encoded(filter("emailaddress", 2, "eve@x.example")))
                .json();
        JsonNode contains = halo.get("/Users?advanced_search=" + encoded(filter("emailaddress", 4, "ve@x.exa")))
                .json();

        assertThat(equal.path("users").path(0).path("id").intValue()).isEqualTo(id);
        assertThat(contains.path("users").path(0).path("id").intValue()).isEqualTo(id);
        assertThat(equal.path("users").path(0).path("client_id").intValue())
                .isEqualTo(halo.halo().customer());
    }

    @Row(value = 60, confidence = "L", source = "halo-api.md 2")
    @ParameterizedTest
    @ValueSource(strings = {"/Users", "/Tickets"})
    void refusesAnAdvancedSearchForAFieldThatIsNotListed(String path) {
        Reply reply = halo.get(path + "?advanced_search=" + encoded(filter("no_such_field", 2, "x")));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("\"Invalid advanced search parameter\"");
    }

    /** A site's number of its customer is a decimal in Halo's description, and so it comes. */
    @Row(confidence = "S", source = "halo-api.md 9")
    @Test
    void tellsWhereASiteAndAUserBelong() {
        JsonNode site = halo.get("/Site/" + halo.halo().site()).json();

        assertThat(site.path("client_id").intValue()).isEqualTo(halo.halo().customer());
        assertThat(site.path("clientsite_name").asString()).contains("/");
    }

    @Row(confidence = "C2", source = "halo-api.md 5.2")
    @Test
    void searchesUsersOfACustomer() {
        halo.post(
                "/Users",
                "[{\"firstname\":\"Zoe\",\"surname\":\"Quux\",\"site_id\":%s}]"
                        .formatted(halo.halo().site()));

        JsonNode found = halo.get("/Users?search=quux&client_id=" + halo.halo().customer())
                .json();
        JsonNode elsewhere = halo.get("/Users?search=quux&client_id=1").json();

        assertThat(found.path("users").path(0).path("name").asString()).isEqualTo("Zoe Quux");
        assertThat(elsewhere.path("record_count").intValue()).isZero();
    }

    /** The numbers of the lists are those that clients use. */
    @Row(confidence = "C2", source = "halo-api.md 5.2")
    @ParameterizedTest
    @ValueSource(ints = {12, 19, 21, 22, 26, 27, 30})
    void looksUpTheCodesOfAList(int list) {
        JsonNode codes = halo.get("/Lookup?lookupid=" + list).json();

        assertThat(codes.size()).isPositive();
        assertThat(codes.values())
                .allMatch(code -> code.path("lookupid").intValue() == list
                        && !code.path("name").asString().isEmpty());
    }

    @Row(value = 51, confidence = "L", source = "halo-api.md 5.2")
    @Test
    void hasPrioritiesOfEachSlaWithNumbersOfTheirOwn() {
        JsonNode sla = halo.post("/SLA", "[{\"name\":\"Gold\"}]").json();
        String body = "[{\"slaid\":%s,\"priorityid\":1,\"name\":\"Now\",\"fixtime\":1,\"fixunits\":\"H\"}]"
                .formatted(sla.path("id").intValue());

        JsonNode priority = halo.post("/Priority", body).json();

        assertThat(priority.path("id").asString()).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        JsonNode listed =
                halo.get("/Priority?slaid=" + sla.path("id").intValue()).json();
        assertThat(listed.size()).isOne();
        assertThat(halo.get("/Priority/" + priority.path("id").asString())
                        .json()
                        .path("name")
                        .asString())
                .isEqualTo("Now");
    }

    /** A link to another system is found by what that system calls the thing. */
    @Row(confidence = "S", source = "halo-api.md 3.4")
    @Test
    void findsALinkByItsThirdPartyId() {
        String link = "\"module_id\":77,\"table_id\":1,\"halo_id\":4711";
        halo.post("/ExternalLink", "[{\"third_party_id\":\"abc-1\"," + link + "}]");
        halo.post("/ExternalLink", "[{\"third_party_id\":\"abc-2\"," + link + "}]");

        JsonNode found = halo.get("/ExternalLink?third_party_id=abc-1&module_id=77&table_id=1")
                .json();

        assertThat(found.findValuesAsString("third_party_id")).containsExactly("abc-1");
    }

    @Row(confidence = "S", source = "halo-api.md 5.2")
    @Test
    void keepsAFileAtItsTicketAndListsItWithoutItsData() {
        int ticket = halo.create("file", "").id();
        String file = "[{\"ticket_id\":%s,\"filename\":\"a.txt\",\"data_base64\":\"aGVsbG8=\",\"isimage\":false}]";

        int id = halo.post("/Attachment", file.formatted(ticket)).id();

        JsonNode row = halo.get("/Attachment?ticket_id=" + ticket)
                .json()
                .path("attachments")
                .path(0);
        assertThat(row.path("id").intValue()).isEqualTo(id);
        assertThat(row.path("filename").asString()).isEqualTo("a.txt");
        assertThat(row.path("filesize").intValue()).isEqualTo(5);
        assertThat(row.has("data_base64")).isFalse();
        assertThat(halo.get("/Attachment/" + id + "?includedetails=true")
                        .json()
                        .path("data_base64")
                        .asString())
                .isEqualTo("aGVsbG8=");
        assertThat(halo.get("/Tickets/" + ticket)
                        .json()
                        .path("attachment_count")
                        .intValue())
                .isOne();
    }

    @Row(confidence = "S", source = "halo-api.md 9")
    @Test
    void changesALineOfARecurringInvoice() {
        String lines = "\"lines\":[{\"item_shortdescription\":\"seat\",\"qty_order\":10}]";
        JsonNode invoice = halo.post("/RecurringInvoice", "[{\"client_id\":12," + lines + "}]")
                .json();
        int line = invoice.path("lines").path(0).path("id").intValue();

        Reply changed = halo.post(
                "/RecurringInvoice/updatelines",
                "[{\"id\":%s,\"ihid\":%s,\"qty_order\":12}]"
                        .formatted(line, invoice.path("id").intValue()));

        assertThat(changed.status()).isEqualTo(201);
        JsonNode read = halo.get("/RecurringInvoice/" + invoice.path("id").intValue())
                .json()
                .path("lines")
                .path(0);
        assertThat(read.path("qty_order").intValue()).isEqualTo(12);
        assertThat(read.path("item_shortdescription").asString()).isEqualTo("seat");
    }

    /** {@code activeinactive} has two words: active ones, inactive ones. */
    @Row(confidence = "S", source = "halo-api.md 5.2")
    @Test
    void hidesInactiveRecordsUnlessTheyAreAskedFor() {
        halo.post("/Asset", "[{\"inventory_number\":\"OLD-1\",\"client_id\":12,\"inactive\":true}]");

        assertThat(count("/Asset?search=OLD-1")).isZero();
        assertThat(count("/Asset?search=OLD-1&includeinactive=true")).isOne();
        assertThat(count("/Asset?search=OLD-1&activeinactive=false,true")).isOne();
        assertThat(count("/Asset?activeinactive=false,true")).isOne();
    }

    @Row(confidence = "S", source = "halo-api.md 2")
    @Test
    void ordersAListByFieldsThatAreAskedFor() {
        for (String name : new String[] {"order b", "order a", "order c"}) {
            halo.post("/Supplier", "[{\"name\":\"" + name + "\"}]");
        }

        JsonNode down =
                halo.get("/Supplier?search=order&order=name&orderdesc=true").json();

        assertThat(down.findValuesAsString("name")).containsExactly("order c", "order b", "order a");
    }

    private int count(String path) {
        return halo.get(path).json().path("record_count").intValue();
    }

    private static String filter(String field, int type, String value) {
        return "[{\"filter_name\":\"%s\",\"filter_type\":%s,\"filter_value\":\"%s\"}]".formatted(field, type, value);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
