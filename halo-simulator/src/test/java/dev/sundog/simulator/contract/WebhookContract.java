package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Webhooks out: who is told, what, and how often. A real Halo cannot reach this machine, so these need a simulator. */
public abstract class WebhookContract extends HaloContract {

    private static final String GUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final Receiver receiver = new Receiver();
    private SimulatorControl control;

    @BeforeEach
    void needsControl() {
        control = control();
    }

    @AfterEach
    void close() {
        receiver.close();
    }

    @Row(value = 56, confidence = "1", source = "halo-api.md 7")
    @Test
    void registersAWebhookAndItsNotificationThroughTheApi() {
        Reply hook = halo.post("/Webhook", "[{\"name\":\"kit\",\"url\":\"%s\"}]".formatted(receiver.url()));
        String id = hook.json().path("id").asString();

        Reply notification = halo.post(
                "/Notification",
                "[{\"webhook_id\":\"%s\",\"type\":-2,\"delivery_method\":6,\"eventno\":\"3\"}]".formatted(id));

        assertThat(id).matches(GUID);
        assertThat(notification.json().path("id").isInt()).isTrue();
        assertThat(halo.get("/Webhook").json().values())
                .extracting(one -> one.path("id").asString())
                .contains(id);
        assertThat(halo.get("/Webhook/" + id).json().path("url").asString()).isEqualTo(receiver.url());
        JsonNode listed = halo.get("/Notification?webhook_id=" + id).json();
        assertThat(listed.path(0).path("eventno").intValue()).isEqualTo(3);
    }

    @Row(value = 56, confidence = "L, 1", source = "halo-api.md 7")
    @Test
    void tellsAStatusChangeAsALiveTenantDid() {
        String hook = hook("", 76);
        int notification = halo.get("/Notification?webhook_id=" + hook)
                .json()
                .path(0)
                .path("id")
                .intValue();
        int ticket = halo.create("told", "\"team_id\":3,\"agent_id\":3").id();

        halo.create("told", "\"id\":%s,\"status_id\":2".formatted(ticket));

        JsonNode body = first();
        assertThat(body.propertyNames())
                .containsExactly(
                        "id",
                        "webhook_id",
                        "notification_id",
                        "escmsg_id",
                        "event",
                        "message",
                        "object_id",
                        "agent_id",
                        "timestamp",
                        "ticket");
        assertThat(body.path("id").asString()).matches(GUID);
        assertThat(body.path("webhook_id").asString()).isEqualTo(hook);
        assertThat(body.path("notification_id").intValue()).isEqualTo(notification);
        assertThat(body.path("escmsg_id").asString()).matches(GUID);
        assertThat(body.path("event").asString()).isEqualTo("ticket status changed");
        assertThat(body.path("message").asString())
                .isEqualTo("The status has been changed for Ticket ID: %07d.".formatted(ticket));
        assertThat(body.path("object_id").intValue()).isEqualTo(ticket);
        assertThat(body.path("agent_id")).isEqualTo(halo.get("/Agent/me").json().path("id"));
        assertThat(body.path("timestamp").asString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{7}Z");
    }

    @Row(value = 56, confidence = "L, 1", source = "halo-api.md 7")
    @Test
    void showsTheTicketAsItWasWhenItHappened() {
        hook("", 76);
        int ticket = halo.create(
                        "shown", "\"team_id\":3,\"agent_id\":3,\"customfields\":[{\"id\":201,\"value\":\"sd-1\"}]")
                .id();

        halo.create("shown", "\"id\":%s,\"status_id\":2".formatted(ticket));
        halo.create("shown", "\"id\":%s,\"status_id\":9".formatted(ticket));

        await().until(() -> receiver.received().size() == 2);
        JsonNode shown = first().path("ticket");
        assertThat(shown.path("id").intValue()).isEqualTo(ticket);
        assertThat(shown.path("summary").asString()).isEqualTo("shown");
        assertThat(shown.path("status_id").intValue()).isEqualTo(2);
        assertThat(shown.path("client_id").intValue()).isEqualTo(halo.halo().customer());
        assertThat(shown.path("tickettype_id").intValue()).isEqualTo(halo.halo().ticketType());
        assertThat(shown.path("team_id").intValue()).isEqualTo(3);
        assertThat(shown.path("agent_id").intValue()).isEqualTo(3);
        assertThat(shown.path("hasbeenclosed").booleanValue()).isFalse();
        assertThat(shown.path("customfields").values())
                .anyMatch(field -> field.path("value").asString().equals("sd-1"));
        assertThat(receiver.received()
                        .get(1)
                        .json()
                        .path("ticket")
                        .path("hasbeenclosed")
                        .booleanValue())
                .isTrue();
    }

    /** The number of the payload type is guessed. */
    @Row(value = 56, confidence = "S, G", source = "halo-api.md 7")
    @Test
    void leavesTheTicketOutIfOnlyTheEventIsWanted() {
        hook("\"payload_type\":2,", 3);

        int ticket = halo.create("event only", "").id();

        assertThat(first().has("ticket")).isFalse();
        assertThat(first().path("object_id").intValue()).isEqualTo(ticket);
    }

    /** The words of events other than 76 are guessed. */
    @Row(value = 56, confidence = "1, G", source = "halo-api.md 7")
    @ParameterizedTest
    @CsvSource({
        "3, new ticket logged",
        "19, ticket updated by user",
        "39, ticket closed",
        "76, ticket status changed",
        "1072, ticket deleted"
    })
    void tellsWhatHappensToATicket(int number, String event) {
        hook("", number);
        int ticket = halo.create("life", "").id();

        halo.create("life", "\"id\":%s,\"status_id\":9".formatted(ticket));
        halo.delete("/Tickets/" + ticket);

        await().untilAsserted(() -> assertThat(receiver.members("event")).containsExactly(event));
    }

    @Row(value = 56, confidence = "S", source = "halo-api.md 7")
    @Test
    void provesWhoItIsWithBasicAuthenticationAndNeverShowsThePassword() {
        String hook =
                hook("\"authentication_type\":1,\"basic_username\":\"kit\",\"basic_password\":\"pa:ss-wörd\",", 3);

        halo.create("basic", "");

        await().until(() -> receiver.received().size() == 1);
        String pair = receiver.received().getFirst().authorization().replace("Basic ", "");
        assertThat(new String(Base64.getDecoder().decode(pair), StandardCharsets.UTF_8))
                .isEqualTo("kit:pa:ss-wörd");
        await().until(() -> !deliveries(hook).isEmpty());
        assertThat(halo.get("/Webhook/" + hook).body()).contains("kit").doesNotContain("pa:ss", "basic_password");
        assertThat(halo.get("/WebhookEvent?webhook_id=" + hook).body()).doesNotContain("pa:ss", pair);
    }

    @Row(value = 56, confidence = "S", source = "halo-api.md 7")
    @Test
    void triesOnceAndKeepsRequestAndAnswer() {
        String hook = hook("", 3);
        receiver.answering(500);

        halo.create("once", "");

        await().until(() -> !deliveries(hook).isEmpty());
        JsonNode delivery = deliveries(hook).getFirst();
        assertThat(delivery.path("id")).isEqualTo(first().path("id"));
        assertThat(delivery.path("requestbody").asString())
                .isEqualTo(receiver.received().getFirst().body());
        assertThat(delivery.path("responsestatus").intValue()).isEqualTo(500);
        await().during(Duration.ofMillis(500)).until(() -> receiver.received().size() == 1);
    }

    /** That the id stays the same is guessed. */
    @Row(
            value = {56, 57},
            confidence = "S, G",
            source = "halo-api.md 7")
    @Test
    void sendsTheSameBodyAgainOnDemand() {
        String hook = hook("", 3);
        receiver.answering(503);
        halo.create("again", "");
        await().until(() -> !deliveries(hook).isEmpty());
        String id = deliveries(hook).getFirst().path("id").asString();
        receiver.answering(200);

        Reply reply = control.post("/webhooks/resend", "{\"id\":\"%s\"}".formatted(id));

        assertThat(reply.status()).isEqualTo(202);
        await().until(() -> receiver.received().size() == 2);
        assertThat(receiver.received().get(1).body())
                .isEqualTo(receiver.received().get(0).body());
        await().until(() -> deliveries(hook).getFirst().path("responsestatus").intValue() == 200);
    }

    @Row(value = 57, confidence = "G", source = "halo-api.md 7")
    @Test
    void deliversLateOnDemandWithoutDelayingTheOthers() {
        hook("", 3);
        control.fault("\"kind\":\"webhook-late\",\"operation\":\"WEBHOOK 3\",\"millis\":700,\"count\":1");

        int first = halo.create("late", "").id();
        int second = halo.create("on time", "").id();

        await().until(() -> receiver.received().size() == 2);
        assertThat(receiver.members("object_id")).containsExactly(String.valueOf(second), String.valueOf(first));
    }

    @Row(value = 57, confidence = "S, G", source = "halo-api.md 7")
    @Test
    void deliversTwiceOnDemand() {
        hook("", 3);
        control.fault("\"kind\":\"webhook-twice\",\"count\":1");

        halo.create("twice", "");

        await().until(() -> receiver.received().size() == 2);
        assertThat(receiver.received().get(0)).isEqualTo(receiver.received().get(1));
    }

    @Row(value = 57, confidence = "G", source = "halo-api.md 7")
    @Test
    void losesAnEventOnDemand() {
        hook("", 3);
        control.fault("\"kind\":\"webhook-lost\",\"count\":1");

        halo.create("lost", "");
        int told = halo.create("told", "").id();

        await().until(() -> !receiver.received().isEmpty());
        assertThat(receiver.members("object_id")).containsExactly(String.valueOf(told));
    }

    @Row(value = 57, confidence = "S, G", source = "halo-api.md 7")
    @Test
    void gathersEventsIntoAnArrayUpToALimit() {
        hook("\"batch_method\":3,\"batch_delay_seconds\":20,\"batch_limit\":2,", 3);

        int first = halo.create("one", "").id();
        int second = halo.create("two", "").id();

        await().until(() -> receiver.received().size() == 1);
        assertThat(first().values())
                .extracting(event -> event.path("object_id").intValue())
                .containsExactly(first, second);
    }

    @Row(value = 57, confidence = "S, G", source = "halo-api.md 7")
    @Test
    void gathersEventsForAsLongAsItIsTold() {
        hook("\"batch_method\":2,\"batch_delay_seconds\":1,", 3, 1072);
        int first = halo.create("one", "").id();
        halo.delete("/Tickets/" + first);
        int second = halo.create("two", "").id();

        await().until(() -> receiver.received().size() == 2);

        assertThat(first().values())
                .extracting(event -> event.path("object_id").intValue())
                .containsExactly(first, second);
        assertThat(receiver.received().get(1).json().size()).isOne();
    }

    /** After how many is not known. */
    @Row(value = 58, confidence = "DB", source = "halo-api.md 7")
    @Test
    void switchesAWebhookOffThatFailsTooOften() {
        control.set("webhookFailures", 2);
        String hook = hook("", 3);
        receiver.answering(500);

        halo.create("first", "");
        halo.create("second", "");
        await().until(() -> !isActive(hook));
        halo.create("third", "");

        await().during(Duration.ofMillis(300)).until(() -> receiver.received().size() == 2);
        halo.post("/Webhook", "[{\"id\":\"%s\",\"active\":true}]".formatted(hook));
        halo.create("fourth", "");
        await().until(() -> receiver.received().size() == 3);
    }

    /** A delivery between two failures starts the count anew. */
    @Row(value = 58, confidence = "G", source = "halo-api.md 7")
    @Test
    void keepsAWebhookOnThatFailsNowAndThen() {
        control.set("webhookFailures", 2);
        String hook = hook("", 3);

        for (int status : List.of(500, 200, 500)) {
            int before = receiver.received().size();
            receiver.answering(status);
            halo.create("now and then", "");
            await().until(() -> receiver.received().size() > before);
        }

        await().until(() -> deliveries(hook).size() == 3);
        assertThat(isActive(hook)).isTrue();
    }

    /** The simplest kind of condition: a field and its value. */
    @Row(value = 56, confidence = "S, G", source = "halo-api.md 7")
    @Test
    void tellsOnlyWhatMeetsTheConditions() {
        String hook = halo.post("/Webhook", "[{\"name\":\"kit\",\"url\":\"%s\"}]".formatted(receiver.url()))
                .json()
                .path("id")
                .asString();
        halo.post(
                "/Notification",
                "[{\"webhook_id\":\"%s\",\"type\":-2,\"delivery_method\":6,\"eventno\":3,\"conditions\":[{\"fieldname\":\"priority_id\",\"value_int\":1}]}]"
                        .formatted(hook));

        halo.create("low", "\"priority_id\":4");
        int high = halo.create("high", "\"priority_id\":1").id();

        await().until(() -> !receiver.received().isEmpty());
        assertThat(receiver.members("object_id")).containsExactly(String.valueOf(high));
    }

    @Row(value = 56, confidence = "S", source = "halo-api.md 7")
    @Test
    void doesNotLetAWriteWaitForTheReceiver() {
        hook("", 3);
        receiver.taking(Duration.ofSeconds(2));
        long start = System.nanoTime();

        for (int i = 0; i < 5; i++) {
            halo.create("fast", "");
        }

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
    }

    /** A webhook with these fields, each written as {@code "name":value,}, for these events. */
    private String hook(String fields, int... events) {
        String id = halo.post("/Webhook", "[{%s\"name\":\"kit\",\"url\":\"%s\"}]".formatted(fields, receiver.url()))
                .json()
                .path("id")
                .asString();
        for (int event : events) {
            halo.post(
                    "/Notification",
                    "[{\"webhook_id\":\"%s\",\"type\":-2,\"delivery_method\":6,\"eventno\":\"%s\"}]"
                            .formatted(id, event));
        }
        return id;
    }

    private JsonNode first() {
        await().until(() -> !receiver.received().isEmpty());
        return receiver.received().getFirst().json();
    }

    private boolean isActive(String hook) {
        return halo.get("/Webhook/" + hook).json().path("active").booleanValue();
    }

    private List<JsonNode> deliveries(String hook) {
        return halo.get("/WebhookEvent?webhook_id=" + hook).json().values().stream()
                .toList();
    }
}
