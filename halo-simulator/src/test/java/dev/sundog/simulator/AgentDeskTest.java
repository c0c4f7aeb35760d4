package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.simulator.book.AgentRights;
import dev.sundog.simulator.book.AgentRights.Level;
import dev.sundog.simulator.book.AgentRights.Right;
import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.Reply;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rights of agents, set over HTTP and from Java. */
class AgentDeskTest {

    private final HaloSimulator simulator = SimulatorUnderTest.simulator();
    private HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh());
    private HaloCaller control = halo;

    @BeforeEach
    void signIn() {
        HaloUnderTest fresh = SimulatorUnderTest.fresh();
        halo = new HaloCaller(fresh).signIn("all");
        URI root = URI.create(simulator.baseUri() + "/_sim");
        control = new HaloCaller(new HaloUnderTest(root, fresh.auth(), "", "", 0, 0, 0, 0));
    }

    @Test
    void givesAnAgentEveryRightUntilToldOtherwise() {
        Reply reply = control.get("/agents/2");

        assertThat(reply.json().path("rights").values()).isNotEmpty().allMatch(right -> right.booleanValue());
        assertThat(reply.json().path("areas").isEmpty()).isTrue();
    }

    @Test
    void saysWhatWasSet() {
        String rights = "{\"areas\":{\"tickets\":\"read\"},\"rights\":{\"addTickets\":false},"
                + "\"teams\":[2],\"customers\":[12]}";

        control.put("/agents/2", rights);

        var json = control.get("/agents/2").json();
        assertThat(json.path("areas").path("tickets").asString()).isEqualTo("read");
        assertThat(json.path("rights").path("addTickets").booleanValue()).isFalse();
        assertThat(json.path("rights").path("reassignTickets").booleanValue()).isTrue();
        assertThat(json.path("teams").path(0).intValue()).isEqualTo(2);
        assertThat(json.path("customers").path(0).intValue()).isEqualTo(12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"rights\":{\"fly\":false}}",
                "{\"rights\":{\"addTickets\":\"no\"}}",
                "{\"areas\":{\"tickets\":\"some\"}}",
                "{\"areas\":{\"ticket\":\"read\"}}",
                "{\"areas\":[]}",
                "{\"teams\":3}",
                "{\"team\":[3]}",
                "[]",
                "x"
            })
    void saysWhatIsWrong(String rights) {
        Reply reply = control.put("/agents/2", rights);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isNotBlank();
        assertThat(halo.create("still allowed", "").status()).isEqualTo(201);
    }

    @Test
    void knowsOnlyAgentsThatAreThere() {
        assertThat(control.put("/agents/987654", "{}").status()).isEqualTo(404);
        assertThat(control.get("/agents/me").status()).isEqualTo(404);
        assertThat(control.other("POST", "/agents/2").status()).isEqualTo(405);
    }

    @Test
    void givesEverythingBack() {
        control.put("/agents/2", "{\"areas\":{\"tickets\":\"none\"}}");
        int without = halo.get("/Tickets").status();

        control.delete("/agents/2");

        assertThat(without).isEqualTo(403);
        assertThat(halo.get("/Tickets").status()).isEqualTo(200);
    }

    @Test
    void isSetFromJavaAndForgottenByAReset() {
        AgentRights few = AgentRights.all()
                .with("customers", Level.NONE)
                .without(Right.ADD_TICKETS)
                .inTeams(1);

        simulator.tenant("acme").setAgent(2, few);
        int customers = halo.get("/Client").status();
        int create = halo.create("x", "").status();
        int teams = halo.get("/Team").json().size();
        simulator.reset();

        assertThat(customers).isEqualTo(403);
        assertThat(create).isEqualTo(403);
        assertThat(teams).isOne();
        assertThat(halo.create("x", "").status()).isEqualTo(201);
    }
}
