package dev.sundog.console.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sundog.console.ConsoleIT;
import dev.sundog.console.Http;
import dev.sundog.console.TestTopics;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.ConnectionCommand;
import dev.sundog.delivery.ConnectionCommandKind;
import dev.sundog.delivery.HaloReference;
import dev.sundog.delivery.ReferenceItem;
import dev.sundog.delivery.ReferenceKind;
import dev.sundog.delivery.ReferenceResult;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What can be chosen in Halo, from its topic to those who ask, and what follows for configuration. */
class ReferenceIT extends ConsoleIT {

    private static final String CONNECTION = "{'tenantId':'ref-msp','resourceServer':'https://acme.halopsa.com/api',"
            + "'clientId':'app','authorizationServer':'https://acme.halopsa.com/auth','clientSecret':'hush-hush'";

    @LocalServerPort
    private int port;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void showsWhatWasReadAndWhatWasNot() {
        http.put("/api/v1/connections/shown", CONNECTION + "}");
        publish("shown", ReferenceKind.STATUS, item(1, "New"), item(9, "Closed"));
        HaloReference gap = part("shown", ReferenceKind.TEAM);
        gap.setPart(0);
        gap.setParts(0);
        gap.setResult(ReferenceResult.NOT_PERMITTED);
        TestTopics.publish(Topics.HALO_REFERENCE, "shown/TEAM/0", gap, now());

        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            var kinds = http.get("/api/v1/connections/shown/reference").json().get("kinds");
            assertThat(kinds.valueStream()
                            .filter(kind -> kind.get("kind").asString().equals("STATUS"))
                            .map(kind -> kind.get("count").asInt()))
                    .containsExactly(2);
            assertThat(kinds.valueStream()
                            .filter(kind -> kind.get("kind").asString().equals("TEAM"))
                            .map(kind -> kind.at("/gap/result").asString()))
                    .containsExactly("NOT_PERMITTED");
        });
        assertThat(http.get("/api/v1/connections/shown/reference/statuses?search=clo")
                        .json()
                        .at("/items/0/id")
                        .asInt())
                .isEqualTo(9);
        assertThat(http.get("/api/v1/connections/shown/reference/nonsense").status())
                .isEqualTo(404);
    }

    @Test
    void findsWhatHaloDoesNotHaveAndRefusesItOnlyWhereThatIsAskedFor() {
        var wrong = CONNECTION + ",'closedStatusIds':[9,44]}";
        http.put("/api/v1/connections/checked", CONNECTION + "}");
        publish("checked", ReferenceKind.STATUS, item(1, "New"), item(9, "Closed"));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> http.get("/api/v1/connections/checked/reference/status")
                                .json()
                                .get("total")
                                .asInt()
                        == 2);

        var refused = http.put("/api/v1/connections/checked?strict=true", wrong, "If-Match", "\"1\"");
        var taken = http.put("/api/v1/connections/checked", wrong, "If-Match", "\"1\"");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/errors/0/pointer").asString()).isEqualTo("/closedStatusIds/1");
        assertThat(taken.status()).isEqualTo(200);
        var findings = http.get("/api/v1/findings?connection=checked").json();
        assertThat(findings.at("/total").asInt()).isEqualTo(1);
        assertThat(findings.at("/items/0/severity").asString()).isEqualTo("ERROR");
        assertThat(findings.at("/items/0/allowed/1").asString()).isEqualTo("9 Closed");
    }

    @Test
    void neverRefusesWhatWasNeverRead() {
        var saved = http.put("/api/v1/connections/unread?strict=true", CONNECTION + ",'closedStatusIds':[44]}");

        assertThat(saved.status()).isEqualTo(201);
        assertThat(http.get("/api/v1/findings?connection=unread")
                        .json()
                        .at("/total")
                        .asInt())
                .isZero();
    }

    @Test
    void asksDeliveryToReadAnew() {
        http.put("/api/v1/connections/asked", CONNECTION + "}");

        var answer = http.post("/api/v1/connections/asked:readReference", "{}");

        assertThat(answer.status()).isEqualTo(202);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TestTopics.all(Topics.CONNECTION_COMMANDS, "asked"))
                        .singleElement()
                        .satisfies(message -> {
                            var command = (ConnectionCommand) message.value();
                            assertThat(command.getKind()).isEqualTo(ConnectionCommandKind.READ_REFERENCE);
                            assertThat(command.getTenantId()).isEqualTo("ref-msp");
                        }));
        assertThat(http.post("/api/v1/connections/nobody:readReference", "{}").status())
                .isEqualTo(404);
    }

    @Test
    void proposesCustomersAndMapsWhatIsCertainWhereThatIsSwitchedOn() {
        http.put("/api/v1/connections/mapping", CONNECTION + ",'applyExactMatches':true}");
        http.put(
                "/api/v1/organizations/map-sure",
                "{'tenantId':'ref-msp','connectionId':'mapping','azureTenantId':'t-12'}");
        http.put(
                "/api/v1/organizations/map-named",
                "{'tenantId':'ref-msp','connectionId':'mapping','name':'Contoso Limited'}");
        ReferenceItem contoso = item(12, "Contoso Ltd");
        contoso.setAzureTenantIds(List.of("t-12"));
        publish("mapping", ReferenceKind.CUSTOMER, contoso, item(13, "Fabrikam Inc"));

        await().atMost(Duration.ofSeconds(60))
                .until(() -> http.get("/api/v1/organizations/map-sure")
                                .json()
                                .path("customerId")
                                .asInt(0)
                        == 12);

        var named = http.get("/api/v1/organizations/map-named:candidates").json();
        assertThat(named.at("/items/0/customerId").asInt()).isEqualTo(12);
        assertThat(named.at("/items/0/evidence/0/sort").asString()).isEqualTo("NAME_WITHOUT_LEGAL_FORM");
        assertThat(http.get("/api/v1/organizations/map-named").json().has("customerId"))
                .isFalse();
        var unknown = http.get("/api/v1/organizations/fabrikam-inc:candidates?connection=mapping")
                .json();
        assertThat(unknown.get("known").asBoolean()).isFalse();
        assertThat(unknown.at("/items/0/customerId").asInt()).isEqualTo(13);
    }

    private static void publish(String connectionId, ReferenceKind kind, ReferenceItem... items) {
        HaloReference part = part(connectionId, kind);
        part.setItems(List.of(items));
        TestTopics.publish(Topics.HALO_REFERENCE, connectionId + "/" + kind + "/1", part, now());
    }

    private static HaloReference part(String connectionId, ReferenceKind kind) {
        return HaloReference.newBuilder()
                .setTenantId("ref-msp")
                .setConnectionId(connectionId)
                .setKind(kind)
                .setPart(1)
                .setParts(1)
                .setReadId(connectionId + "-" + kind)
                .setReadAt(now())
                .setResult(ReferenceResult.READ)
                .build();
    }

    private static ReferenceItem item(long id, String name) {
        return ReferenceItem.newBuilder().setId(id).setName(name).build();
    }

    private static Instant now() {
        return InstantSource.system().instant();
    }
}
