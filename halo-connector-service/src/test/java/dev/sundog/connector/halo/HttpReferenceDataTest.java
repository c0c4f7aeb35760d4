package dev.sundog.connector.halo;

import static dev.sundog.connector.halo.HaloUnderTest.ended;
import static dev.sundog.connector.halo.HaloUnderTest.got;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.ReferenceItem;
import dev.sundog.connector.call.ReferenceKind;
import dev.sundog.connector.call.ReferencePage;
import dev.sundog.connector.connection.Connections;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.connection.HaloConnection.Lookup;
import dev.sundog.simulator.HaloSimulator;
import dev.sundog.simulator.SimulatorOptions;
import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.Scopes;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be chosen in Halo, against the simulator. */
class HttpReferenceDataTest {

    private static HaloSimulator simulator;

    private final HaloApi halo = HaloUnderTest.api("sundog-local-secret");
    private final Sending sending = HaloUnderTest.sending();

    @BeforeAll
    static void start() {
        simulator = HaloSimulator.start(SimulatorOptions.defaults());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void fresh() {
        simulator.reset();
    }

    @ParameterizedTest
    @EnumSource(ReferenceKind.class)
    void readsEveryKind(ReferenceKind kind) {
        ReferencePage page = got(halo.reference(connection(), new Operation.ReadReference(kind, 1), sending));

        assertThat(page.result()).isEqualTo(ReferencePage.Result.READ);
        assertThat(page.items())
                .isNotEmpty()
                .allSatisfy(item -> assertThat(item.name()).isNotBlank());
    }

    @Test
    void readsTicketTypesWithTheirUsualSlaAndTheFieldsThatTheyWant() throws Exception {
        post(
                "/TicketType",
                "[{\"id\":21,\"fields\":[{\"id\":1,\"fieldid\":201,\"fieldname\":\"CFsundogEvent\",\"technew\":2},"
                        + "{\"id\":2,\"fieldname\":\"Category\",\"technew\":2},{\"id\":3,\"fieldname\":\"Impact\",\"technew\":1}]}]");

        ReferenceItem alert = all(ReferenceKind.TICKET_TYPE).stream()
                .filter(type -> type.id() == 21)
                .findFirst()
                .orElseThrow();

        assertThat(alert.name()).isEqualTo("Alert");
        assertThat(alert.links().slaId()).isEqualTo(1);
        assertThat(alert.mandatoryFields()).containsExactly("CFsundogEvent", "Category");
        assertThat(alert.complete()).isTrue();
    }

    @Test
    void leavesOutTypesOfProjectsAndOpportunities() {
        assertThat(all(ReferenceKind.TICKET_TYPE))
                .extracting(ReferenceItem::name)
                .contains("Incident")
                .doesNotContain("Project", "Opportunity");
    }

    @Test
    void readsPrioritiesByTheirSla() {
        assertThat(all(ReferenceKind.PRIORITY))
                .filteredOn(priority -> priority.links().slaId() == 2)
                .extracting(ReferenceItem::id)
                .containsExactly(1L, 2L);
    }

    @Test
    void readsWhichTeamsAnAgentIsIn() {
        assertThat(all(ReferenceKind.AGENT))
                .filteredOn(agent -> agent.id() == 3)
                .singleElement()
                .satisfies(ada -> {
                    assertThat(ada.complete()).isTrue();
                    assertThat(ada.teams()).contains("1st Line Support");
                    assertThat(ada.evidence().email()).isEqualTo("ada@acme.example");
                });
    }

    @Test
    void readsCustomersWithTheirDomainsAndAzureTenants() throws Exception {
        post(
                "/Client",
                "[{\"id\":12,\"domain\":\"contoso.example, contoso.test\","
                        + "\"azure_tenants\":[{\"azure_tenant_id\":\"2f6b9c1e-0000-4000-8000-00000000c012\","
                        + "\"azure_tenant_domain\":\"contoso.onmicrosoft.example\"}],\"xeroid\":\"x-12\"}]");

        ReferenceItem contoso = all(ReferenceKind.CUSTOMER).stream()
                .filter(customer -> customer.id() == 12)
                .findFirst()
                .orElseThrow();

        assertThat(contoso.evidence().domains()).containsExactly("contoso.onmicrosoft.example");
        assertThat(contoso.evidence().azureTenantIds()).containsExactly("2f6b9c1e-0000-4000-8000-00000000c012");
        assertThat(contoso.evidence().externalIds()).containsEntry("xero", "x-12");
    }

    @Test
    void turnsPagesOfCustomers() throws Exception {
        List<String> many = new ArrayList<>();
        for (int number = 0; number < 250; number++) {
            many.add("{\"name\":\"Customer " + number + "\"}");
        }
        post("/Client", "[" + String.join(",", many) + "]");

        assertThat(all(ReferenceKind.CUSTOMER))
                .hasSize(255)
                .extracting(ReferenceItem::id)
                .doesNotHaveDuplicates();
    }

    @Test
    void saysThatAKindIsNotPermittedAndEndsNothing() {
        simulator.register(new Application("narrow", "sundog-local-secret", Scopes.of("edit:tickets"), 2));

        ReferencePage page =
                got(halo.reference(tickets(), new Operation.ReadReference(ReferenceKind.CUSTOMER, 1), sending));

        assertThat(page.result()).isEqualTo(ReferencePage.Result.NOT_PERMITTED);
        assertThat(got(halo.reference(tickets(), new Operation.ReadReference(ReferenceKind.STATUS, 1), sending))
                        .result())
                .isEqualTo(ReferencePage.Result.READ);
    }

    @Test
    void doesNotTakeWrongCredentialsForAMissingRight() {
        Answer<ReferencePage> answer = HaloUnderTest.api("wrong")
                .reference(connection(), new Operation.ReadReference(ReferenceKind.STATUS, 1), sending);

        assertThat(ended(answer)).isInstanceOf(CallEnd.AuthenticationFailed.class);
    }

    private List<ReferenceItem> all(ReferenceKind kind) {
        List<ReferenceItem> all = new ArrayList<>();
        for (int page = 1; page < 100; page++) {
            ReferencePage read = got(halo.reference(connection(), new Operation.ReadReference(kind, page), sending));
            all.addAll(read.items());
            boolean seenAll = read.total() != null && all.size() >= read.total();
            if (!read.more() || seenAll) {
                return all;
            }
        }
        throw new AssertionError("pages without end");
    }

    private static HaloConnection connection() {
        return Connections.of(simulator.baseUri(), Lookup.THIRD_PARTY_ID);
    }

    private static HaloConnection tickets() {
        HaloConnection all = connection();
        return new HaloConnection(
                all.id(),
                all.tenantId(),
                2,
                true,
                all.resourceServer(),
                all.authorizationServer(),
                all.haloTenant(),
                "narrow",
                all.sealedSecret(),
                List.of("edit:tickets"),
                all.requests(),
                all.window(),
                all.lookup(),
                null,
                all.closedStatusIds(),
                all.noteOutcomeId(),
                all.reservedPercent(),
                all.wontFixStatusIds(),
                all.statusMap(),
                all.storms(),
                all.watch());
    }

    /** What an administrator does in Halo. */
    private static void post(String path, String body) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpRequest token = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/auth/token?tenant=acme"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&client_id=sundog-local"
                        + "&client_secret=sundog-local-secret&scope=all"))
                .build();
        String granted =
                client.send(token, HttpResponse.BodyHandlers.ofString()).body();
        String bearer = granted.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
        HttpRequest write = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/api" + path))
                .header("Authorization", "Bearer " + bearer)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = client.send(write, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    }
}
