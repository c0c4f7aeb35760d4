package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** An application may do what its scopes and its agent both allow. */
public abstract class RightsContract extends HaloContract {

    private static final int ME = 2;
    private static final int ANOTHER = 3;

    private SimulatorControl control;

    @BeforeEach
    void needControl() {
        control = control();
    }

    @Row(value = 10, confidence = "L, C3", source = "halo-api.md 1.3")
    @ParameterizedTest
    @CsvSource({
        "tickets, /Tickets",
        "tickets, /Actions",
        "customers, /Client",
        "customers, /Site",
        "customers, /Users",
        "assets, /Asset",
        "reporting, /Report",
        "invoices, /Invoice"
    })
    void answers403AndNothingElseWhereTheAgentMayNotLook(String area, String path) {
        control.rights(ME, "{\"areas\":{\"%s\":\"none\"}}".formatted(area));

        Reply reply = halo.get(path);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).isEmpty();
    }

    @Row(value = 10, confidence = "L, C3", source = "halo-api.md 1.3")
    @Test
    void letsAnAgentWhoMayOnlyReadRead() {
        int id = halo.create("before", "").id();
        control.rights(ME, "{\"areas\":{\"tickets\":\"read\"}}");

        assertThat(halo.get("/Tickets/" + id).status()).isEqualTo(200);
        assertThat(halo.create("after", "").status()).isEqualTo(403);
        assertThat(halo.delete("/Tickets/" + id).status()).isEqualTo(403);
    }

    /** A scope does not help an agent who has no right, nor a right an application without the scope. */
    @Row(confidence = "C3", source = "halo-api.md 1.3")
    @Test
    void needsTheScopeAndTheRight() {
        control.rights(ME, "{\"areas\":{\"customers\":\"none\"}}");

        assertThat(halo.signIn("all").get("/Client").status()).isEqualTo(403);
        assertThat(halo.signIn("read:customers").get("/Client").status()).isEqualTo(403);
        control.rights(ME, "{}");
        assertThat(halo.signIn("read:customers").get("/Client").status()).isEqualTo(200);
        assertThat(halo.signIn("read:tickets").get("/Client").status()).isEqualTo(403);
    }

    /** The form of the refusal is G. */
    @Row(confidence = "C3, G", source = "halo-api.md 1.3")
    @Test
    void letsOnlyAgentsAddTicketsWhoMay() {
        int id = halo.create("before", "").id();
        control.rights(ME, "{\"rights\":{\"addTickets\":false}}");

        Reply created = halo.create("after", "");

        assertThat(created.status()).isEqualTo(403);
        assertThat(created.body()).isEmpty();
        assertThat(halo.create("changed", "\"id\":" + id).status()).isEqualTo(201);
    }

    @Row(confidence = "C3, G", source = "halo-api.md 1.3")
    @Test
    void hidesUnassignedTicketsFromAgentsWhoMayNotSeeThem() {
        int unassigned = halo.create("unassigned", "").id();
        int mine = halo.create("mine", "\"agent_id\":" + ME).id();
        control.rights(ME, "{\"rights\":{\"viewUnassignedTickets\":false}}");

        assertThat(ids("/Tickets")).contains(mine).doesNotContain(unassigned);
        assertThat(halo.get("/Tickets/" + unassigned).status()).isEqualTo(403);
        assertThat(halo.get("/Tickets/" + mine).status()).isEqualTo(200);
    }

    @Row(value = 47, confidence = "L, G", source = "halo-api.md 1.3")
    @Test
    void hidesTicketsOfOtherAgentsFromAgentsWhoMayNotSeeThem() {
        int others = halo.create("others", "\"agent_id\":" + ANOTHER).id();
        control.rights(ME, "{\"rights\":{\"viewTicketsOfOthers\":false}}");

        Reply action = halo.post(
                "/Actions",
                "[{\"ticket_id\":%s,\"outcome_id\":%s}]"
                        .formatted(others, halo.halo().outcome()));

        assertThat(ids("/Tickets")).doesNotContain(others);
        assertThat(action.body()).isEqualTo("\"You do not have access to this Action at the moment\"");
    }

    @Row(confidence = "C3, G", source = "halo-api.md 1.3")
    @Test
    void letsOnlyAgentsReopenClosedTicketsWhoMay() {
        int id = halo.create("closed", "\"status_id\":9").id();
        control.rights(ME, "{\"rights\":{\"editClosedTickets\":false}}");

        Reply reopened = halo.create("closed", "\"status_id\":2,\"id\":" + id);

        assertThat(reopened.status()).isEqualTo(403);
        assertThat(halo.get("/Tickets/" + id).json().path("status_id").intValue())
                .isEqualTo(9);
    }

    @Row(confidence = "C3, G", source = "halo-api.md 1.3")
    @Test
    void letsOnlyAgentsChangeTicketsOfOthersWhoMay() {
        int others = halo.create("others", "\"agent_id\":" + ANOTHER).id();
        int mine = halo.create("mine", "\"agent_id\":" + ME).id();
        control.rights(ME, "{\"rights\":{\"editTicketsOfOthers\":false}}");

        assertThat(halo.create("x", "\"id\":" + others).status()).isEqualTo(403);
        assertThat(halo.create("x", "\"id\":" + mine).status()).isEqualTo(201);
    }

    /** What an agent may not change stays as it was; that Halo says nothing is G. */
    @Row(confidence = "C3, G", source = "halo-api.md 1.3")
    @ParameterizedTest
    @ValueSource(strings = {"reassignTickets", "updateOutsideOfActions"})
    void leavesTheAgentOfATicketIfItMayNotBeReassigned(String right) {
        int id = halo.create("mine", "\"agent_id\":" + ME).id();
        control.rights(ME, "{\"rights\":{\"%s\":false}}".formatted(right));

        Reply changed = halo.create("changed", "\"agent_id\":%s,\"id\":%s".formatted(ANOTHER, id));

        assertThat(changed.status()).isEqualTo(201);
        assertThat(changed.json().path("agent_id").intValue()).isEqualTo(ME);
        assertThat(changed.json().path("summary").asString()).isEqualTo("changed");
    }

    /** An action may still do it. */
    @Row(confidence = "C3, G", source = "halo-api.md 1.3")
    @Test
    void changesAStatusByActionWhereItMayNotBeChangedOutside() {
        int id = halo.create("status", "\"agent_id\":" + ME).id();
        control.rights(ME, "{\"rights\":{\"updateOutsideOfActions\":false}}");

        int outside = halo.create("status", "\"status_id\":2,\"id\":" + id)
                .json()
                .path("status_id")
                .intValue();
        halo.post(
                "/Actions",
                "[{\"ticket_id\":%s,\"outcome_id\":%s,\"new_status\":2}]"
                        .formatted(id, halo.halo().outcome()));

        assertThat(outside).isOne();
        assertThat(halo.get("/Tickets/" + id).json().path("status_id").intValue())
                .isEqualTo(2);
    }

    @Row(confidence = "1", source = "halo-api.md 1.3")
    @Test
    void setsATeamOnlyIfTheAgentIsAMemberOfIt() {
        control.rights(ME, "{\"teams\":[1]}");

        JsonNode ticket = halo.create("team", "\"team\":\"Cloud Operations\"").json();

        assertThat(ticket.path("team").asString()).isEqualTo("1st Line Support");
    }

    @Row(confidence = "1", source = "peers.md RW-17")
    @Test
    void showsAnAgentTheTeamsHeIsAMemberOf() {
        control.rights(ME, "{\"teams\":[1,3]}");

        assertThat(halo.get("/Team").json().findValuesAsString("name"))
                .containsExactly("1st Line Support", "Cloud Operations");
        assertThat(halo.get("/Team?showall=true").json().size()).isEqualTo(3);
        assertThat(halo.get("/Agent/me").json().path("teams").findValuesAsString("team_name"))
                .containsExactly("1st Line Support", "Cloud Operations");
    }

    @Row(confidence = "1, G", source = "peers.md RW-16")
    @Test
    void showsAnAgentOnlyHisCustomersAndTheirTickets() {
        int other = halo.post("/Tickets", "[{\"summary\":\"elsewhere\",\"client_id\":13}]")
                .id();
        int own = halo.create("own", "").id();
        control.rights(ME, "{\"customers\":[%s]}".formatted(halo.halo().customer()));

        assertThat(halo.get("/Client").json().path("clients").findValuesAsString("id"))
                .containsExactly(String.valueOf(halo.halo().customer()));
        assertThat(ids("/Tickets")).contains(own).doesNotContain(other);
        assertThat(halo.get("/Site?client_id=13").json().path("record_count").intValue())
                .isZero();
        assertThat(halo.post("/Tickets", "[{\"summary\":\"x\",\"client_id\":13}]")
                        .status())
                .isEqualTo(400);
    }

    private List<Integer> ids(String path) {
        return halo.get(path).json().path("tickets").values().stream()
                .map(ticket -> ticket.path("id").intValue())
                .toList();
    }
}
