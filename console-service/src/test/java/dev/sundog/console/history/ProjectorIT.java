package dev.sundog.console.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.CallResult;
import dev.sundog.delivery.DecisionOutcome;
import dev.sundog.delivery.LaneState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the topics say, read from a real broker, as people see it. */
class ProjectorIT extends ConsoleIT {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MeterRegistry meters;

    @BeforeEach
    void empty() {
        jdbc.sql("truncate events, decisions, requests, calls, ticket_events, tickets, lanes")
                .update();
    }

    @Test
    void answersTheWholeWayOfAnEventThatCameShuffledAndTwice() {
        publish(
                new Story()
                        .alert("e1", "Disk full", 0)
                        .decision("e1", "Disk full", DecisionOutcome.ROUTED, 1)
                        .request("e1", 2)
                        .call("c1", 3)
                        .outcome("c1", CallResult.DONE, 4)
                        .created("https://halo.example/ticket?id=4711", 5, "e1"),
                42);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var event = new Http(port).get("/api/v1/events/e1").json();
            assertThat(event.at("/state").asString()).isEqualTo("TICKETED");
            assertThat(event.at("/kind").asString()).isEqualTo("ALERT");
            assertThat(event.at("/acceptedAt").asString()).isEqualTo("2026-11-21T20:00:00Z");
            assertThat(event.at("/decisions").size()).isEqualTo(1);
            assertThat(event.at("/decisions/0/customerId").asLong()).isEqualTo(12);
            assertThat(event.at("/calls").size()).isEqualTo(1);
            assertThat(event.at("/calls/0/result").asString()).isEqualTo("DONE");
            assertThat(event.at("/calls/0/attempt").asInt()).isEqualTo(1);
            assertThat(event.at("/ticket/ticketId").asLong()).isEqualTo(4711);
            assertThat(event.at("/ticketEvents/0/type").asString()).isEqualTo("TicketCreated");
            assertThat(event.at("/ticketEvents/0/detail/summary").asString()).isEqualTo("Disk full");
        });
        assertThat(new Http(port)
                        .get("/api/v1/tickets?organizationId=contoso&state=OPEN")
                        .json()
                        .at("/total")
                        .asLong())
                .isEqualTo(1);
    }

    @Test
    void showsHowLanesStand() {
        publish(new Story().lane(LaneState.FREE, 0, 1).lane(LaneState.PAUSED, 7, 2), 3);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var lanes = new Http(port).get("/api/v1/lanes").json();
            assertThat(lanes.at("/total").asLong()).isEqualTo(1);
            assertThat(lanes.at("/items/0/state").asString()).isEqualTo("PAUSED");
            assertThat(lanes.at("/items/0/pending").asInt()).isEqualTo(7);
        });
    }

    @Test
    void passesOverWhatNobodyCanRead() {
        TestTopics.raw(Topics.ALERTS, "k", new byte[] {1, 2, 3}, Story.START);
        publish(new Story().alert("after", "Still read", 1), 1);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                new Http(port).get("/api/v1/events/after").status())
                        .isEqualTo(200));
        assertThat(meters.get("sundog.history.skipped")
                        .tag("topic", "it-alerts-v1")
                        .counter()
                        .count())
                .isPositive();
    }

    @Test
    void showsPeopleWhatSourcesSentAsTextAlone() {
        publish(
                new Story()
                        .alert("<script>alert(1)</script>", "<script>alert(2)</script>", 0)
                        .decision("<script>alert(1)</script>", "<script>alert(2)</script>", DecisionOutcome.ROUTED, 1)
                        .created("javascript:alert(3)", 5, "<script>alert(1)</script>"),
                7);

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var page = new Http(port).get("/");
            assertThat(page.status()).isEqualTo(200);
            assertThat(page.raw().body())
                    .contains("&lt;script&gt;alert(2)", "4711")
                    .doesNotContain("<script", "javascript:");
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'self'", "frame-ancestors 'none'");
            assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(page.header("Referrer-Policy")).isEqualTo("no-referrer");
        });
    }

    @Test
    void showsOneEventAsAPage() {
        publish(
                new Story().alert("page", "<b>Disk</b>", 0).decision("page", "<b>Disk</b>", DecisionOutcome.PARKED, 1),
                1);

        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(
                                new Http(port).get("/events/page").raw().body())
                        .contains("&lt;b&gt;Disk", "UNMAPPED_ORGANIZATION")
                        .doesNotContain("<b>"));
    }

    @Test
    void refusesFiltersItDoesNotKnow() {
        var answer = new Http(port).get("/api/v1/events?colour=red&page=-1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().at("/errors").size()).isEqualTo(2);
        assertThat(new Http(port).get("/api/v1/events/none").status()).isEqualTo(404);
    }

    private static void publish(Story story, long seed) {
        var shuffled = new ArrayList<>(story.records());
        shuffled.addAll(story.records());
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.forEach(it -> TestTopics.publish(it.topic(), it.key(), it.value(), it.at()));
    }
}
