package dev.sundog.gateway.intake;

import static dev.sundog.gateway.GatewayFixtures.rightsize;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.gateway.GatewayKeys;
import dev.sundog.gateway.format.Event;
import java.util.List;
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
    void takesOneAtATime() {
        post(SHARE, GatewayKeys.ALL, List.of(rightsize())).expectStatus().isBadRequest();
    }
}
