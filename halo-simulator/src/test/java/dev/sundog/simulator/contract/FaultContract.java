package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What can go wrong on the way to Halo and in it, on demand: what was executed, and what the caller sees. */
public abstract class FaultContract extends HaloContract {

    private static final String CREATE = "\"operation\":\"POST /Tickets\"";

    private SimulatorControl control;

    @BeforeEach
    void needsControl() {
        control = control();
    }

    @Row(value = 55, confidence = "G", source = "halo-api.md 6")
    @Test
    void cutsTheConnectionAfterTheTicketWasMade() {
        control.fault("\"kind\":\"drop-after\",\"count\":1," + CREATE);

        assertThatExceptionOfType(UncheckedIOException.class)
                .isThrownBy(() -> halo.create("cut after", ""))
                .withCauseInstanceOf(IOException.class);

        assertThat(count("cut after")).isOne();
        JsonNode entry = control.latest("POST /Tickets");
        assertThat(entry.path("status").intValue()).isEqualTo(201);
        assertThat(entry.path("answered").intValue()).isZero();
        assertThat(entry.path("faults").path(0).asString()).isEqualTo("drop-after");
    }

    @Row(value = 55, confidence = "G", source = "halo-api.md 6")
    @Test
    void cutsTheConnectionBeforeAnythingHappens() {
        control.fault("\"kind\":\"drop-before\",\"count\":1," + CREATE);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> halo.create("cut before", ""));

        assertThat(count("cut before")).isZero();
    }

    @Row(value = 54, confidence = "L", source = "halo-api.md 6")
    @ParameterizedTest
    @CsvSource({"504, text/html", "500, application/json"})
    void answersAnErrorAfterTheTicketWasMade(int status, String mediaType) {
        control.fault("\"kind\":\"status-after\",\"status\":%s,\"count\":1,".formatted(status) + CREATE);

        Reply reply = halo.create("error after", "");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("content-type")).startsWith(mediaType);
        assertThat(count("error after")).isOne();
    }

    @Row(value = 54, confidence = "G", source = "halo-api.md 2.1")
    @Test
    void answersAnErrorBeforeAnythingHappens() {
        control.fault("\"kind\":\"status-before\",\"count\":1," + CREATE);

        Reply reply = halo.create("error before", "");

        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.json().has("Message")).isTrue();
        assertThat(count("error before")).isZero();
    }

    @Row(value = 54, confidence = "G", source = "halo-api.md 6")
    @ParameterizedTest
    @ValueSource(ints = {502, 503})
    void answersAPageOfHtmlDuringMaintenance(int status) {
        control.fault("\"kind\":\"html-%s\",\"count\":1".formatted(status));

        Reply reply = halo.get("/Tickets");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.header("content-type")).startsWith("text/html");
        assertThat(reply.body()).startsWith("<html>");
    }

    @Row(value = 54, confidence = "G", source = "halo-api.md 6")
    @Test
    void executesLongAfterTheCallerWasToldOfAnError() {
        control.fault("\"kind\":\"late\",\"status\":504,\"millis\":400,\"count\":1," + CREATE);

        Reply reply = halo.create("executed late", "");

        assertThat(reply.status()).isEqualTo(504);
        assertThat(count("executed late")).isZero();
        await().until(() -> count("executed late") == 1);
    }

    @Row(value = 55, confidence = "G", source = "halo-api.md 6")
    @Test
    void executesLongAfterTheConnectionWasCut() {
        control.fault("\"kind\":\"late\",\"millis\":400,\"count\":1," + CREATE);

        assertThatExceptionOfType(UncheckedIOException.class).isThrownBy(() -> halo.create("cut and late", ""));

        assertThat(count("cut and late")).isZero();
        await().until(() -> count("cut and late") == 1);
    }

    @Row(confidence = "G", source = "halo-api.md 6")
    @ParameterizedTest
    @ValueSource(strings = {"delay", "drip"})
    void takesItsTime(String kind) {
        control.fault("\"kind\":\"%s\",\"millis\":400,\"operation\":\"GET /Tickets/{id}\"".formatted(kind));
        int id = halo.create("slow", "").id();
        long start = System.nanoTime();

        Reply reply = halo.get("/Tickets/" + id);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(399));
        assertThat(reply.id()).isEqualTo(id);
    }

    @Row(value = 52, confidence = "L, S", source = "halo-api.md 6")
    @Test
    void letsOnlySoManyRequestsThroughAWindow() {
        control.set("rateWindowSeconds", 120);
        control.set("rateLimit", 3);

        List<Integer> statuses = statuses(4);

        assertThat(statuses).containsExactly(200, 200, 200, 429);
        assertThat(halo.get("/Status").body())
                .isEqualTo("{\"error\":\"Rate Limit Reached - 3 Requests per rolling 2 minute window\"}");
    }

    @Row(value = 52, confidence = "L, S", source = "halo-api.md 6")
    @Test
    void allows700RequestsIn300SecondsUnlessTold() {
        control.fault("\"kind\":\"rate-limit\",\"count\":1");

        Reply reply = halo.get("/Status");

        assertThat(reply.status()).isEqualTo(429);
        assertThat(reply.json().path("error").asString())
                .isEqualTo("Rate Limit Reached - 700 Requests per rolling 5 minute window");
    }

    @Row(value = 52, confidence = "L, S", source = "halo-api.md 6")
    @Test
    void letsRequestsThroughAgainWhenTheWindowHasRolledOn() {
        control.set("rateWindowSeconds", 1);
        control.set("rateLimit", 1);
        halo.get("/Status");

        await().until(() -> halo.get("/Status").status() == 200);
    }

    @Row(value = 53, confidence = "G", source = "halo-api.md 6")
    @Test
    void saysWhenToComeBackOnlyIfSwitchedOn() {
        control.set("rateLimit", 1);
        halo.get("/Status");

        String silent = halo.get("/Status").header("retry-after");
        control.set("retryAfter", true);
        String seconds = halo.get("/Status").header("retry-after");
        control.set("retryAfterDate", true);
        Reply dated = halo.get("/Status");

        assertThat(silent).isEmpty();
        assertThat(Integer.parseInt(seconds)).isBetween(1, 300);
        ZonedDateTime date = ZonedDateTime.parse(dated.header("retry-after"), DateTimeFormatter.RFC_1123_DATE_TIME);
        ZonedDateTime now = ZonedDateTime.parse(dated.header("date"), DateTimeFormatter.RFC_1123_DATE_TIME);
        assertThat(Duration.between(now, date)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(301));
    }

    @Row(value = 53, confidence = "G", source = "halo-api.md 6")
    @ParameterizedTest
    @CsvSource({"seconds, '90'", "date, '\\w{3}, \\d\\d \\w{3} \\d{4} \\d\\d:\\d\\d:\\d\\d GMT'", "none, ''"})
    void saysWhenToComeBackInTheFormOfTheFault(String form, String header) {
        control.set("retryAfter", true);
        control.fault("\"kind\":\"rate-limit\",\"value\":\"%s\",\"millis\":90000,\"count\":1".formatted(form));

        assertThat(halo.get("/Status").header("retry-after")).matches(header);
    }

    @Row(confidence = "G", source = "halo-api.md 6")
    @Test
    void limitsTheTokenRequestTooOnDemand() {
        control.fault("\"kind\":\"rate-limit\",\"operation\":\"POST /auth/token\",\"count\":1");

        assertThat(halo.token("", halo.credentials("all")).status()).isEqualTo(429);
        assertThat(halo.token("", halo.credentials("all")).status()).isEqualTo(200);
    }

    @Row(value = 9, confidence = "C4", source = "halo-api.md 1.5")
    @ParameterizedTest
    @CsvSource({"token-refused, 200", "token-revoked, 401"})
    void refusesATokenOnceOrForGood(String kind, int next) {
        control.fault("\"kind\":\"%s\",\"count\":1".formatted(kind));

        Reply refused = halo.get("/Tickets");

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.body()).isEmpty();
        assertThat(halo.get("/Tickets").status()).isEqualTo(next);
        assertThat(halo.signIn("all").get("/Tickets").status()).isEqualTo(200);
    }

    @Row(value = 23, confidence = "L, S; words G", source = "halo-api.md 3.4")
    @Test
    void refusesAParallelCreateThatTookTheSameNumber() {
        control.fault("\"kind\":\"number-collision\",\"millis\":400," + CREATE);

        List<Reply> replies = createTwoAtOnce("same number");

        assertThat(replies).extracting(Reply::status).containsExactlyInAnyOrder(201, 500);
        assertThat(replies).anyMatch(reply -> reply.body().contains("duplicate key"));
        assertThat(count("same number")).isOne();
    }

    @Row(value = 23, confidence = "L, S; form G", source = "halo-api.md 3.4")
    @Test
    void losesAParallelCreateThatTookTheSameNumber() {
        control.fault("\"kind\":\"number-collision\",\"status\":201,\"millis\":400," + CREATE);

        List<Reply> replies = createTwoAtOnce("lost number");

        assertThat(replies).extracting(Reply::status).containsExactly(201, 201);
        assertThat(replies.get(0).id()).isEqualTo(replies.get(1).id());
        assertThat(count("lost number")).isOne();
    }

    @Row(value = 23, confidence = "L, S", source = "halo-api.md 3.4")
    @Test
    void collidesOnlyIfCreatesAreParallel() {
        control.fault("\"kind\":\"number-collision\",\"millis\":10," + CREATE);

        int first = halo.create("one by one", "").id();
        int second = halo.create("one by one", "").id();

        assertThat(second).isEqualTo(first + 1);
    }

    @Row(value = 61, confidence = "L", source = "halo-api.md 2")
    @Test
    void writesWholeNumbersWithAFractionOnDemand() {
        int id = halo.create("decimals", "").id();
        control.fault("\"kind\":\"decimal-numbers\",\"count\":1");

        String decimals = halo.get("/Tickets/" + id).body();
        control.fault("\"kind\":\"decimal-numbers\",\"value\":\"status_id\",\"count\":1");
        String one = halo.get("/Tickets/" + id).body();

        assertThat(decimals).contains("\"id\":%s.0,".formatted(id), "\"status_id\":1.0");
        assertThat(one).contains("\"id\":%s,".formatted(id), "\"status_id\":1.0");
    }

    /** Whether the write happened is not known; here it did, the worse case. */
    @Row(value = 64, confidence = "L, G", source = "halo-api.md 2.1")
    @Test
    void givesUpOnVeryLargeDetailsAfterTheTicketWasMade() {
        control.fault("\"kind\":\"large-details\",\"value\":\"1000\"");

        Reply small = halo.create("small", "\"details_html\":\"%s\"".formatted("x".repeat(1000)));
        Reply large = halo.create("large", "\"details_html\":\"%s\"".formatted("x".repeat(1001)));

        assertThat(small.status()).isEqualTo(201);
        assertThat(large.status()).isEqualTo(504);
        assertThat(count("large")).isOne();
    }

    @Row(value = 38, confidence = "G", source = "halo-api.md 3.4")
    @Test
    void losesAFieldOnTheWayOnDemand() {
        control.fault("\"kind\":\"field-dropped\",\"value\":\"third_party_id_string\"");
        control.fault("\"kind\":\"field-dropped\",\"value\":\"CFsundogReference\"");
        String fields =
                "\"third_party_id_string\":\"sd-drop\",\"customfields\":[{\"name\":\"CFsundogReference\",\"value\":\"sd-cf\"},{\"id\":202,\"value\":\"stays\"}]";

        Reply reply = halo.create("dropped", fields);

        assertThat(reply.status()).isEqualTo(201);
        assertThat(halo.get("/Tickets/" + reply.id()).body()).contains("stays").doesNotContain("sd-drop", "sd-cf");
    }

    @Row(value = 36, confidence = "G", source = "halo-api.md 3.4")
    @Test
    void ignoresEveryFilterOnDemand() {
        halo.create("unfiltered", "");
        String search = "/Tickets?third_party_id_string=sd-none&search_summary=nothing&client_id=1&count=1";

        int filtered = halo.get(search).json().path("record_count").intValue();
        control.fault("\"kind\":\"search-unfiltered\",\"operation\":\"GET /Tickets\",\"count\":1");
        JsonNode unfiltered = halo.get(search).json();

        assertThat(filtered).isZero();
        assertThat(unfiltered.path("record_count").intValue()).isPositive();
        assertThat(unfiltered.path("tickets").size()).isOne();
    }

    @Row(value = 39, confidence = "S by inference", source = "halo-api.md 2")
    @Test
    void leavesWhatJustChangedOutOfAListOnDemand() {
        halo.create("stale", "");
        control.fault("\"kind\":\"search-stale\",\"operation\":\"GET /Tickets\",\"millis\":60000,\"count\":1");

        int stale = count("stale");

        assertThat(stale).isZero();
        assertThat(count("stale")).isOne();
    }

    @Row(confidence = "G", source = "halo-api.md 6")
    @Test
    void letsSeveralFaultsStrikeOneRequest() {
        control.fault("\"kind\":\"delay\",\"millis\":300," + CREATE);
        control.fault("\"kind\":\"field-dropped\",\"value\":\"priority_id\"," + CREATE);
        control.fault("\"kind\":\"status-after\",\"status\":504," + CREATE);
        long start = System.nanoTime();

        Reply reply = halo.create("several", "\"priority_id\":1");

        assertThat(reply.status()).isEqualTo(504);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(299));
        JsonNode row = halo.get("/Tickets?search_summary=several")
                .json()
                .path("tickets")
                .path(0);
        assertThat(row.path("priority_id").intValue()).isNotEqualTo(1);
        assertThat(control.latest("POST /Tickets").path("faults").size()).isEqualTo(3);
    }

    @Row(confidence = "G", source = "halo-api.md 6")
    @Test
    void strikesTheSameRequestsForTheSameSeed() {
        String fault = "\"kind\":\"status-before\",\"operation\":\"GET /Status\",\"probability\":0.5,\"seed\":42";

        control.fault(fault);
        List<Integer> first = statuses(20);
        control.clearFaults();
        control.fault(fault);
        List<Integer> second = statuses(20);

        assertThat(first).contains(500, 200).isEqualTo(second);
    }

    @Row(confidence = "G", source = "halo-api.md 6")
    @Test
    void strikesNoOftenerThanItIsTold() {
        control.fault("\"kind\":\"status-before\",\"operation\":\"GET /Status\",\"status\":503,\"count\":2");

        assertThat(statuses(4)).containsExactly(503, 503, 200, 200);
        assertThat(control.get("/faults").json().path("faults").size()).isZero();
    }

    private List<Reply> createTwoAtOnce(String summary) {
        List<CompletableFuture<Reply>> both = IntStream.range(0, 2)
                .mapToObj(_ -> CompletableFuture.supplyAsync(() -> halo.create(summary, "")))
                .toList();
        return both.stream().map(CompletableFuture::join).toList();
    }

    private List<Integer> statuses(int requests) {
        return IntStream.range(0, requests)
                .mapToObj(_ -> halo.get("/Status").status())
                .toList();
    }

    private int count(String summary) {
        return halo.get("/Tickets?search_summary=" + summary.replace(" ", "%20"))
                .json()
                .path("record_count")
                .intValue();
    }
}
