package dev.sundog.gateway.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.GatewayKeys;
import dev.sundog.gateway.intake.EventLog.Written;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AlertmanagerControllerTest extends GatewayOnFakeLog {

    @Test
    void acceptsARealGroup() {
        post("/v1/alertmanager/contoso", GatewayKeys.ALL, golden())
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.accepted")
                .isEqualTo(2);

        assertThat(log.events())
                .extracting(event -> event.head().dedupKey())
                .containsExactly("4aa9e7f1a9e5c9d8", "b8fb3b0f5a1f1d20");
    }

    @Test
    void neverLosesTheGoodAlertsWithABadOne() {
        var body = golden().replaceFirst("\"status\":\"firing\",\"labels\"", "\"status\":\"odd\",\"labels\"");

        post("/v1/alertmanager/contoso", GatewayKeys.ALL, body)
                .expectStatus()
                .isEqualTo(207)
                .expectBody()
                .jsonPath("$.results[0].problem.errors[0].pointer")
                .isEqualTo("/alerts/0/status")
                .jsonPath("$.results[1].status")
                .isEqualTo(202);

        assertThat(log.events()).hasSize(1);
    }

    @Test
    void hasTheWholeGroupSentAgainWhenOneAlertCouldNotBeStored() {
        log.end(event -> event.head().dedupKey().startsWith("4aa") ? Written.SAFE : Written.UNAVAILABLE);

        post("/v1/alertmanager/contoso", GatewayKeys.ALL, golden())
                .expectStatus()
                .isEqualTo(503)
                .expectHeader()
                .valueEquals("Retry-After", "5");
    }

    @Test
    void namesTheSourceOfAKeyThatIsBoundToOne() {
        post("/v1/alertmanager/contoso", GatewayKeys.CONTOSO, golden())
                .expectStatus()
                .isAccepted();

        assertThat(log.events()).allMatch(event -> event.head().source().equals("backup"));
    }

    @Test
    void refusesAnOrganizationThatTheKeyDoesNotAllow() {
        post("/v1/alertmanager/fabrikam", GatewayKeys.CONTOSO, golden())
                .expectStatus()
                .isForbidden()
                .expectBody()
                .jsonPath("$.detail")
                .isEqualTo("The key may not send for the organization fabrikam.");
    }

    @Test
    void refusesWhatIsNoGroup() {
        post("/v1/alertmanager/contoso", GatewayKeys.ALL, "[]").expectStatus().isBadRequest();
        post("/v1/alertmanager/contoso", GatewayKeys.ALL, "{\"version\":\"4\",\"alerts\":7}")
                .expectStatus()
                .isBadRequest();
    }

    private static String golden() {
        try (var body = AlertmanagerControllerTest.class.getResourceAsStream("/alertmanager-group.json")) {
            return new String(body.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
