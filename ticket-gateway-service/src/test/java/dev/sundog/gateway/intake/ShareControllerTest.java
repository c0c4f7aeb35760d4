package dev.sundog.gateway.intake;

import static dev.sundog.gateway.GatewayFixtures.rightsize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.GatewayKeys;
import dev.sundog.gateway.format.Event;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShareControllerTest extends GatewayOnFakeLog {

    private static final String SHARE = "/v1/recommendations/rightsize-7:share";

    @Test
    void sendsTheRecommendationWithThePersonWhoAsks() {
        var recommendation = rightsize();
        recommendation.remove("dedupKey");
        recommendation.remove("status");

        post(SHARE, GatewayKeys.ALL, recommendation)
                .expectStatus()
                .isAccepted()
                .expectBody()
                .jsonPath("$.eventId")
                .isEqualTo("rec-1")
                .jsonPath("$.statusUrl")
                .exists();

        assertThat(log.events()).singleElement().isInstanceOfSatisfying(Event.Recommendation.class, event -> {
            assertThat(event.head().dedupKey()).isEqualTo("rightsize-7");
            assertThat(event.requestedBy()).isNotNull();
            assertThat(event.requestedBy().name()).isEqualTo("Ada");
            assertThat(event.status().name()).isEqualTo("OPEN");
        });
    }

    @Test
    void wantsToKnowWhoAsksAndThatItStillStands() {
        var recommendation = rightsize();
        recommendation.remove("requestedBy");
        recommendation.put("status", "DISMISSED");

        post(SHARE, GatewayKeys.ALL, recommendation)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of("/dedupKey", "/status", "/requestedBy"));

        assertThat(log.events()).isEmpty();
    }

    @Test
    void holdsTheSenderToWhatItsKeyAllows() {
        var recommendation = rightsize();
        recommendation.remove("dedupKey");
        recommendation.put("organizationId", "fabrikam");

        post(SHARE, GatewayKeys.CONTOSO, recommendation).expectStatus().isForbidden();
    }

    @Test
    void findsTheMatterByAnyKeyWhenItIsEncoded() {
        var recommendation = rightsize();
        var key = recommendation.remove("dedupKey");

        client.post()
                .uri("/v1/recommendations/{id}:share", key)
                .header("Authorization", "Bearer " + GatewayKeys.ALL)
                .bodyValue(recommendation)
                .exchange()
                .expectStatus()
                .isAccepted();

        assertThat(log.events())
                .singleElement()
                .satisfies(event -> assertThat(event.head().dedupKey()).isEqualTo("vm-7/rightsize"));
    }

    @Test
    void takesWhatItNeverHeardOfForTheWholeOfItIsSentAgain() {
        var recommendation = rightsize();
        recommendation.put("dedupKey", "never-sent-before");
        recommendation.remove("eventId");

        post("/v1/recommendations/never-sent-before:share", GatewayKeys.ALL, recommendation)
                .expectStatus()
                .isAccepted();
        post("/v1/recommendations/never-sent-before:share", GatewayKeys.ALL, recommendation)
                .expectStatus()
                .isAccepted();

        // Two wishes for one matter: the one ticket is routing's and the connector's to keep.
        assertThat(log.events())
                .extracting(event -> event.head().dedupKey())
                .containsExactly("never-sent-before", "never-sent-before");
        assertThat(log.events()).extracting(event -> event.head().eventId()).doesNotHaveDuplicates();
    }

    @Test
    void keepsToTheLimitsOfEveryEvent() {
        var recommendation = rightsize();
        recommendation.remove("dedupKey");
        recommendation.put("requestedBy", Map.of("name", "A".repeat(256), "email", "nobody"));

        post("/v1/recommendations/" + "k".repeat(256) + ":share", GatewayKeys.ALL, recommendation)
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.errors[*].pointer")
                .isEqualTo(List.of("/dedupKey", "/requestedBy/name", "/requestedBy/email"));
        recommendation.put("rationale", "r".repeat(5_000));
        post(SHARE, GatewayKeys.ALL, recommendation).expectStatus().isEqualTo(413);

        assertThat(log.events()).isEmpty();
    }

    @Test
    void takesOneAtATime() {
        post(SHARE, GatewayKeys.ALL, List.of(rightsize())).expectStatus().isBadRequest();
    }
}
