package dev.sundog.gateway.intake;

import static dev.sundog.gateway.GatewayFixtures.diskFull;
import static dev.sundog.gateway.GatewayFixtures.rightsize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.GatewayKeys;
import dev.sundog.gateway.format.Event;
import dev.sundog.gateway.intake.EventLog.Written;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.http.MediaType;

class IntakeControllerTest extends GatewayOnFakeLog {

    @Test
    void acceptsAnAlertAndSaysWhereToAsk() {
        var alert = diskFull();
        alert.put("eventId", "disk/1 a");

        var answer = post("/v1/alerts", GatewayKeys.ALL, alert);

        answer.expectStatus()
                .isAccepted()
                .expectHeader()
                .valueEquals("Location", "/v1/events/disk%2F1%20a")
                .expectBody()
                .json("""
                        {"eventId":"disk/1 a","statusUrl":"/v1/events/disk%2F1%20a"}""");
        assertThat(log.events()).hasSize(1);
        client.get()
                .uri(java.net.URI.create("http://localhost:" + port + "/v1/events/disk%2F1%20a"))
                .header("X-API-Key", GatewayKeys.ALL)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.state")
                .isEqualTo("ACCEPTED")
                .jsonPath("$.reason")
                .doesNotExist();
    }

    @Test
    void takesTheSourceFromAKeyThatIsBoundToOne() {
        var alert = diskFull();
        alert.remove("source");

        post("/v1/alerts", GatewayKeys.CONTOSO, alert).expectStatus().isAccepted();

        assertThat(log.events().getFirst().head().source()).isEqualTo("backup");
    }

    @Test
    void tellsEveryWrongFieldInAProblem() {
        var alert = diskFull();
        alert.put("severity", "BAD");
        alert.remove("title");

        post("/v1/alerts", GatewayKeys.ALL, alert)
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody()
                .json("""
                        {"type":"urn:sundog:problem:invalid-event","title":"The event is not valid","status":400,
                         "detail":"2 fields are wrong.","instance":"/v1/alerts","errors":[
                          {"pointer":"/severity","detail":"unknown value BAD; allowed: CRITICAL, HIGH, MEDIUM, LOW, INFO"},
                          {"pointer":"/title","detail":"is required"}]}""");
    }

    @Test
    void answersAnArrayItemByItem() {
        var foreign = diskFull();
        foreign.put("organizationId", "fabrikam");
        var tooLong = diskFull();
        tooLong.put("description", "x".repeat(5_000));
        double accepted = count("sundog.events.accepted", "kind", "alert");

        var answer =
                post("/v1/alerts", GatewayKeys.CONTOSO, List.of(diskFull(), Map.of(), foreign, tooLong, diskFull()));

        answer.expectStatus()
                .isEqualTo(207)
                .expectBody()
                .jsonPath("$.results[*].status")
                .isEqualTo(List.of(202, 400, 403, 413, 202))
                .jsonPath("$.results[0].statusUrl")
                .exists()
                .jsonPath("$.results[1].index")
                .isEqualTo(1)
                .jsonPath("$.results[1].problem.errors.length()")
                .isEqualTo(5)
                .jsonPath("$.results[2].problem.detail")
                .isEqualTo("The key may not send for the organization fabrikam.");
        assertThat(log.events()).hasSize(2);
        assertThat(count("sundog.events.accepted", "kind", "alert") - accepted).isEqualTo(2);
    }

    @Test
    void answersAnArrayThatIsAcceptedAsAWholeWith202() {
        post("/v1/recommendations", GatewayKeys.ALL, List.of(rightsize(), rightsize()))
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(2);

        assertThat(log.events()).hasSize(2).allMatch(event -> event instanceof Event.Recommendation);
    }

    @Test
    void refusesAnEmptyArrayAndOneThatIsTooLong() {
        post("/v1/alerts", GatewayKeys.ALL, List.of()).expectStatus().isBadRequest();
        post("/v1/alerts", GatewayKeys.ALL, Collections.nCopies(11, diskFull()))
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:sundog:problem:too-many-events");

        assertThat(log.events()).isEmpty();
    }

    @Test
    void saysWhereJsonIsBroken() {
        post("/v1/alerts", GatewayKeys.ALL, "{\"title\": \"a\",\n \"title\" \"b\"}")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:sundog:problem:malformed-json")
                .jsonPath("$.detail")
                .value(String.class, detail -> assertThat(detail).startsWith("Line 2, column "));
    }

    @Test
    void answers503WithRetryAfterWhenTheLogIsAway() {
        log.end(_ -> Written.UNAVAILABLE);
        double refused = count("sundog.events.refused", "reason", "unavailable");

        post("/v1/alerts", GatewayKeys.ALL, diskFull())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5")
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        post("/v1/alerts", GatewayKeys.ALL, List.of(diskFull(), diskFull()))
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5");

        assertThat(count("sundog.events.refused", "reason", "unavailable") - refused)
                .isEqualTo(3);
    }

    @Test
    void answersInTimeWhenTheLogHangs() {
        log.hang();
        long start = System.nanoTime();

        post("/v1/alerts", GatewayKeys.ALL, diskFull()).expectStatus().isEqualTo(503);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    void acceptsAnEventSentTwiceTwice() {
        post("/v1/recommendations", GatewayKeys.ALL, rightsize()).expectStatus().isAccepted();
        post("/v1/recommendations", GatewayKeys.ALL, rightsize()).expectStatus().isAccepted();

        assertThat(log.events()).extracting(event -> event.head().eventId()).containsExactly("rec-1", "rec-1");
    }
}
