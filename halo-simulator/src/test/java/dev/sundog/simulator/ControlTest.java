package dev.sundog.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.simulator.contract.HaloCaller;
import dev.sundog.simulator.contract.HaloUnderTest;
import dev.sundog.simulator.contract.Reply;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The control over HTTP. */
class ControlTest {

    private HaloCaller halo = new HaloCaller(SimulatorUnderTest.fresh());
    private HaloCaller control = halo;

    @BeforeEach
    void signIn() {
        HaloUnderTest fresh = SimulatorUnderTest.fresh();
        halo = new HaloCaller(fresh).signIn("all");
        URI root = URI.create(SimulatorUnderTest.simulator().baseUri() + "/_sim");
        control = new HaloCaller(new HaloUnderTest(root, fresh.auth(), "", "", 0, 0, 0, 0));
        control.delete("/journal");
    }

    @Test
    void takesFaultsAndForgetsThem() {
        control.post("/faults", "[{\"kind\":\"status-before\",\"operation\":\"GET /status\",\"status\":503}]");
        int struck = halo.get("/Status").status();

        JsonNode listed = control.get("/faults").json().path("faults");
        control.delete("/faults");

        assertThat(struck).isEqualTo(503);
        assertThat(listed.path(0).path("kind").asString()).isEqualTo("status-before");
        assertThat(halo.get("/Status").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"kind\":\"earthquake\"}",
                "{}",
                "[1]",
                "\"x\"",
                "{\"kind\":\"delay\",\"probability\":2}",
                "{\"kind\":\"delay\",\"count\":-1}",
                "{\"kind\":\"field-dropped\"}",
                "{\"kind\":\"rate-limit\",\"value\":\"tomorrow\"}",
                "{\"kind\":\"large-details\",\"value\":\"many\"}",
                "{\"kind\":\"delay\",\"millis\":\"soon\"}",
                "{\"kind\":\"delay\",\"operatoin\":\"POST /Tickets\"}",
                "not json"
            })
    void saysWhatIsWrongWithAFault(String fault) {
        Reply reply = control.post("/faults", fault);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isNotBlank();
        assertThat(control.get("/faults").json().path("faults").size()).isZero();
    }

    @Test
    void setsOptionsByTheirNames() {
        Reply set = control.put("/options", "{\"createStatus\":200,\"rateLimit\":0}");

        assertThat(set.json().path("createStatus").intValue()).isEqualTo(200);
        assertThat(halo.create("x", "").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"nonsense\":1}", "{\"createStatus\":\"many\"}", "{\"rateLimit\":-1}", "[]"})
    void saysWhatIsWrongWithAnOption(String options) {
        Reply reply = control.put("/options", options);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isNotBlank();
    }

    @Test
    void startsAgainOnDemand() {
        halo.create("x", "");
        control.put("/options", "{\"createStatus\":200}");

        control.post("/reset", "{}");

        assertThat(halo.get("/Tickets").json().path("record_count").intValue()).isZero();
        assertThat(halo.create("x", "").status()).isEqualTo(201);
    }

    @Test
    void makesTokensWorthless() {
        control.post("/tokens/revoke", "{}");

        assertThat(halo.get("/Tickets").status()).isEqualTo(401);
        assertThat(halo.signIn("all").get("/Tickets").status()).isEqualTo(200);
    }

    @Test
    void tellsThatItIsUp() {
        assertThat(control.get("/health").json().path("status").asString()).isEqualTo("UP");
        assertThat(control.get("/nothing").status()).isEqualTo(404);
    }
}
