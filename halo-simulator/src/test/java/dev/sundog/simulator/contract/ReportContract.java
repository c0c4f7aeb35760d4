package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Look-ups of tickets by SQL, as reports allow them; in a tenant that holds nothing else. */
public abstract class ReportContract extends HaloContract {

    private int open;
    private int closed;

    @BeforeEach
    void makeTwo() {
        control();
        String field = "\"customfields\":[{\"name\":\"CFsundogReference\",\"value\":\"uid-1\"}]";
        open = halo.create("Disk full", field).id();
        closed = halo.create("Disk's full", field + ",\"status_id\":9").id();
        halo.create("Other", "\"customfields\":[{\"name\":\"CFsundogReference\",\"value\":\"uid-2\"}]");
    }

    @Row(value = 65, confidence = "C3", source = "halo-api.md 5.2")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Faultid from FAULTS where CFsundogReference = 'uid-1' and Status not in (8,9)",
                "SELECT f.Faultid FROM dbo.FAULTS f WITH (NOLOCK) WHERE f.[CFsundogReference]='UID-1' AND NOT (Status=9)",
                "SELECT Faultid, Symptom, tstatusdesc, dateoccured, fxrefto as ParentID FROM FAULTS inner join TSTATUS on"
                        + " Status = Tstatus WHERE CFsundogReference = 'uid-1' and tstatusdesc <> 'Closed'",
                "select top 1 Faultid from faults where CFsundogReference like 'uid-1%' and Symptom = 'Disk full'",
                "select Faultid from faults where CFsundogReference in (N'uid-1','x') and (Status = 1 or Status = 2)",
                "select Faultid from faults left join area on areaint = aarea where aareadesc = 'Contoso Ltd' and"
                        + " Status < 8 and CFsundogReference = 'uid-1' order by Faultid desc",
                "select Faultid from faults where datediff(hour, dateoccured, getdate()) < 24 and dateoccured >"
                        + " dateadd(day, -1, getdate()) and FDeleted = 0 and Status between 1 and 7 and"
                        + " CFsundogReference = 'uid-1'"
            })
    void findsTicketsBySql(String sql) {
        JsonNode rows = report(sql).path("rows");

        assertThat(rows.values())
                .extracting(row -> row.path("Faultid").intValue())
                .containsExactly(open);
    }

    @Row(value = 65, confidence = "C3", source = "halo-api.md 5.2")
    @Test
    void namesColumnsAsTheQueryWritesThem() {
        JsonNode row = report("select Faultid as id, Symptom, tstatusdesc [State], isnull(fxrefto, 0) from faults join"
                        + " tstatus on status = tstatus where Symptom = 'Disk''s full'")
                .path("rows")
                .path(0);

        assertThat(row.propertyNames()).containsExactly("id", "Symptom", "State", "Column4");
        assertThat(row.path("id").intValue()).isEqualTo(closed);
        assertThat(row.path("State").asString()).isEqualTo("Closed");
    }

    /** A report is raw SQL: tickets that were deleted are still in their table. */
    @Row(value = 65, confidence = "DB, G", source = "halo-api.md 2")
    @Test
    void findsDeletedTicketsToo() {
        halo.delete("/Tickets/" + closed);

        JsonNode rows = report(
                        "select Faultid, FDeleted from FAULTS where CFsundogReference = 'uid-1' and FDeleted = 1")
                .path("rows");

        assertThat(rows.size()).isOne();
        assertThat(rows.path(0).path("Faultid").intValue()).isEqualTo(closed);
        assertThat(rows.path(0).path("FDeleted").booleanValue()).isTrue();
    }

    @Row(value = 65, confidence = "C3", source = "halo-api.md 5.2")
    @Test
    void countsRows() {
        JsonNode rows = report("select count(*) as n from faults where CFsundogReference = 'uid-1'")
                .path("rows");

        assertThat(rows.path(0).path("n").intValue()).isEqualTo(2);
    }

    /** Honest: no rows and a reason, never wrong rows. The words are the simulator's own. */
    @Row(value = 65, confidence = "S, G", source = "halo-api.md 9")
    @ParameterizedTest
    @ValueSource(
            strings = {
                "select Faultid from faults where CFnone = 'x'",
                "select Faultid from nothing",
                "select Faultid from faults where exists (select 1)",
                "delete from faults",
                "select sum(Faultid) from faults",
                "select Faultid from faults; drop table faults",
                "select Faultid from faults group by Faultid",
                "select Faultid from faults where dateoccured > dateadd(day, 99999999999999, getdate())",
                "",
                "§"
            })
    void saysThatItDoesNotUnderstandAQuery(String sql) {
        JsonNode report = report(sql);

        assertThat(report.path("load_error").asString()).isNotBlank();
        assertThat(report.path("rows").size()).isZero();
    }

    @Row(value = 65, confidence = "G", source = "halo-api.md 5.2")
    @Test
    void refusesAQueryThatIsNestedTooDeeply() {
        String parentheses = "(".repeat(20_000) + "Status = 1" + ")".repeat(20_000);

        JsonNode report = report("select Faultid from faults where " + parentheses);

        assertThat(report.path("load_error").asString()).isNotBlank();
    }

    /** Tickets that were never closed come first. */
    @Row(value = 65, confidence = "G", source = "halo-api.md 5.2")
    @Test
    void ordersByADateThatNotAllHave() {
        JsonNode rows = report("select Faultid from faults where CFsundogReference = 'uid-1' order by datecleared")
                .path("rows");

        assertThat(rows.path(1).path("Faultid").intValue()).isEqualTo(closed);
    }

    @Row(confidence = "C3", source = "halo-api.md 5.2")
    @Test
    void runsASavedReport() {
        int id = halo.post(
                        "/Report", "[{\"name\":\"Look-up\",\"sql\":\"select Faultid from FAULTS where Status = 9\"}]")
                .id();

        JsonNode listed = halo.get("/Report?search=look-up").json().path("reports");
        JsonNode run = halo.get("/Report/" + id + "?loadreport=true").json();
        JsonNode bare = halo.get("/Report/" + id).json();

        assertThat(listed.path(0).path("id").intValue()).isEqualTo(id);
        assertThat(run.path("report").path("rows").path(0).path("Faultid").intValue())
                .isEqualTo(closed);
        assertThat(bare.has("report")).isFalse();
    }

    @Row(confidence = "C3", source = "halo-api.md 3.4")
    @Test
    void needsTheScopeForReports() {
        Reply reply = halo.signIn("read:tickets").post("/Report", "[{\"_loadreportonly\":true,\"sql\":\"x\"}]");

        assertThat(reply.status()).isEqualTo(403);
    }

    @Row(value = 65, confidence = "C3", source = "halo-api.md 5.2")
    @Test
    void looksUpAssetsUsersAndCustomersToo() {
        List<String> devices = report("select did, dinvno from device where dinvno like 'CON%'")
                .path("rows")
                .findValuesAsString("dinvno");
        List<String> customers = report("select aareadesc from area order by aareadesc")
                .path("rows")
                .findValuesAsString("aareadesc");

        assertThat(devices).isNotEmpty().allMatch(tag -> tag.startsWith("CON"));
        assertThat(customers).isSorted().contains("Contoso Ltd");
    }

    private JsonNode report(String sql) {
        String json = sql.replace("\\", "\\\\").replace("\"", "\\\"");
        return halo.post("/Report", "[{\"_loadreportonly\":true,\"sql\":\"" + json + "\"}]")
                .json()
                .path("report");
    }
}
