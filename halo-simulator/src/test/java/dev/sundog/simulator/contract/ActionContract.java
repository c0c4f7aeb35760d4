package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Actions on a ticket. */
public abstract class ActionContract extends HaloContract {

    @Row(value = 44, confidence = "L", source = "halo-api.md 4")
    @ParameterizedTest
    @ValueSource(strings = {"", "\"outcome\":\"\",", "\"outcome_id\":0,"})
    void needsAnOutcome(String outcome) {
        int ticket = halo.create("outcome", "").id();

        Reply reply = halo.post("/Actions", "[{%s\"ticket_id\":%s,\"note\":\"x\"}]".formatted(outcome, ticket));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("\"An Outcome must be entered for this Action\"");
    }

    @Row(value = 45, confidence = "L", source = "halo-api.md 4")
    @Test
    void numbersActionsForEachTicketFromOne() {
        int first = halo.create("first", "\"details\":\"the text\"").id();
        int second = halo.create("second", "").id();

        assertThat(note(first, "a").id()).isEqualTo(2);
        assertThat(note(second, "b").id()).isEqualTo(2);
        assertThat(note(first, "c").id()).isEqualTo(3);
        JsonNode one = halo.get("/Actions/1?ticket_id=" + first).json();
        assertThat(one.path("note").asString()).isEqualTo("the text");
    }

    /** The list has its own envelope, and HTML on demand. */
    @Row(confidence = "C2", source = "halo-api.md 4")
    @Test
    void listsTheActionsOfATicket() {
        int ticket = halo.create("list", "").id();
        note(ticket, "<b>");

        JsonNode list = halo.get("/Actions?ticket_id=" + ticket).json();
        JsonNode html =
                halo.get("/Actions?includehtmlnote=true&ticket_id=" + ticket).json();

        assertThat(list.path("record_count").intValue()).isEqualTo(2);
        assertThat(list.path("actions").path(0).path("note").asString()).isEqualTo("<b>");
        assertThat(list.path("actions").path(0).has("note_html")).isFalse();
        assertThat(html.path("actions").path(0).path("note_html").asString()).isEqualTo("&lt;b&gt;");
    }

    @Row(value = 46, confidence = "C2", source = "halo-api.md 4")
    @Test
    void movesTheTicketToANewStatus() {
        int ticket = halo.create("status", "").id();

        JsonNode action =
                halo.post("/Actions", action(ticket, "\"new_status\":9")).json();

        assertThat(action.path("old_status").intValue()).isEqualTo(1);
        assertThat(action.path("new_status").intValue()).isEqualTo(9);
        assertThat(action.path("new_status_name").asString()).isEqualTo("Closed");
        JsonNode changed = halo.get("/Tickets/" + ticket).json();
        assertThat(changed.path("status_id").intValue()).isEqualTo(9);
        assertThat(changed.path("hasbeenclosed").booleanValue()).isTrue();
    }

    @Row(value = 47, confidence = "L", source = "halo-api.md 4")
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void refusesATicketThatCannotBeReached(boolean deleted) {
        int ticket = deleted ? halo.create("gone", "").id() : 987654;
        halo.delete("/Tickets/" + ticket);

        Reply reply = note(ticket, "x");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("\"You do not have access to this Action at the moment\"");
    }

    /** An action on a closed ticket is taken, and the ticket stays closed. */
    @Row(value = 49, confidence = "C2", source = "halo-api.md 4")
    @Test
    void takesAnActionOnAClosedTicket() {
        int ticket = halo.create("closed", "\"status_id\":9").id();

        assertThat(note(ticket, "late word").status()).isEqualTo(201);

        assertThat(halo.get("/Tickets/" + ticket).json().path("status_id").intValue())
                .isEqualTo(9);
    }

    @Row(
            value = {19, 20},
            confidence = "C2",
            source = "halo-api.md 2")
    @Test
    void answersTheLastOfABatchOrAllOnDemand() {
        int a = halo.create("a", "").id();
        int b = halo.create("b", "").id();
        String batch = "[%s,%s]".formatted(element(a, "\"note\":\"1\""), element(b, "\"note\":\"2\""));

        JsonNode last = halo.post("/Actions", batch).json();
        JsonNode all = halo.post("/Actions?returnall=true", batch).json();

        assertThat(last.path("ticket_id").intValue()).isEqualTo(b);
        assertThat(all.values())
                .extracting(action -> action.path("ticket_id").intValue())
                .containsExactly(a, b);
    }

    /** Who acts is the agent behind the application. */
    @Row(confidence = "C2", source = "halo-api.md 4")
    @Test
    void saysWhoActed() {
        int ticket = halo.create("who", "").id();

        JsonNode action = note(ticket, "x").json();
        JsonNode me = halo.get("/Agent/me").json();

        assertThat(action.path("who_agentid")).isEqualTo(me.path("id"));
        assertThat(action.path("who")).isEqualTo(me.path("name"));
        assertThat(action.path("outcome").asString()).isNotBlank();
    }

    /** The outcome's own status counts where the action names none. */
    @Row(value = 46, confidence = "C2", source = "halo-api.md 4")
    @Test
    void followsTheStatusOfItsOutcome() {
        int ticket = halo.create("outcome", "").id();
        int outcome = halo.post("/Outcome", "[{\"outcome\":\"Finish\",\"newstatus\":8}]")
                .id();
        String body = "[{\"ticket_id\":%s,\"outcome_id\":%s,\"note\":\"done\"}]".formatted(ticket, outcome);

        JsonNode action = halo.post("/Actions", body).json();

        assertThat(action.path("outcome").asString()).isEqualTo("Finish");
        assertThat(action.path("new_status").intValue()).isEqualTo(8);
        JsonNode changed = halo.get("/Tickets/" + ticket).json();
        assertThat(changed.path("hasbeenclosed").booleanValue()).isTrue();
        assertThat(changed.path("closure_note").asString()).isEqualTo("done");
    }

    /** A hidden outcome, or one of another ticket type; that these are the reasons is G. */
    @Row(value = 47, confidence = "L, G", source = "halo-api.md 4")
    @ParameterizedTest
    @ValueSource(strings = {"\"hidden\":true", "\"requesttype\":4"})
    void refusesAnOutcomeThatIsNotOpen(String reason) {
        int ticket = halo.create("barred", "").id();
        int outcome = halo.post("/Outcome", "[{\"outcome\":\"Barred\",%s}]".formatted(reason))
                .id();

        Reply reply = halo.post("/Actions", "[{\"ticket_id\":%s,\"outcome_id\":%s}]".formatted(ticket, outcome));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).isEqualTo("\"You do not have access to this Action at the moment\"");
    }

    @Row(confidence = "C2", source = "halo-api.md 4")
    @Test
    void keepsWhoWasNamedAndWhatItTook() {
        int ticket = halo.create("who", "").id();
        String more = "\"who\":\"Stella\",\"timetaken\":0.25,\"hiddenfromuser\":true,\"sendemail\":false";

        JsonNode action = halo.post("/Actions", action(ticket, more)).json();
        halo.post("/Actions", action(ticket, "\"timetaken\":0.5"));

        assertThat(action.path("who").asString()).isEqualTo("Stella");
        assertThat(action.path("hiddenfromuser").booleanValue()).isTrue();
        assertThat(halo.get("/Tickets/" + ticket).json().path("timetaken").doubleValue())
                .isEqualTo(0.75);
    }

    /** A private note is private without saying so. */
    @Row(confidence = "C2", source = "halo-api.md 4")
    @Test
    void takesItsVisibilityFromItsOutcome() {
        int ticket = halo.create("private", "").id();

        JsonNode action = note(ticket, "x").json();

        assertThat(action.path("hiddenfromuser").booleanValue()).isTrue();
    }

    @Row(confidence = "S, G", source = "halo-api.md 9")
    @Test
    void assignsTheTicketAlongTheWay() {
        int ticket = halo.create("assign", "").id();

        halo.post("/Actions", action(ticket, "\"new_agent\":3,\"new_team\":\"2nd Line Support\""));

        JsonNode changed = halo.get("/Tickets/" + ticket).json();
        assertThat(changed.path("agent_id").intValue()).isEqualTo(3);
        assertThat(changed.path("team").asString()).isEqualTo("2nd Line Support");
    }

    @Row(confidence = "S, G", source = "halo-api.md 9")
    @Test
    void isRemovedFromItsTicketAlone() {
        int ticket = halo.create("remove", "").id();
        note(ticket, "a");
        note(ticket, "b");

        Reply gone = halo.delete("/Actions/2?ticket_id=" + ticket);

        assertThat(gone.id()).isEqualTo(2);
        assertThat(halo.get("/Actions/2?ticket_id=" + ticket).status()).isEqualTo(404);
        assertThat(note(ticket, "c").id()).isEqualTo(4);
        assertThat(halo.delete("/Actions/1?ticket_id=" + ticket).status()).isEqualTo(404);
    }

    @Row(confidence = "S", source = "halo-api.md 5.2")
    @Test
    void bringsFilesAlong() {
        int ticket = halo.create("file", "").id();
        String file = "\"attachments\":[{\"filename\":\"a.txt\",\"data_base64\":\"YQ==\"}]";
        halo.post("/Actions", action(ticket, file));

        JsonNode list =
                halo.get("/Actions?includeattachments=true&ticket_id=" + ticket).json();

        assertThat(list.path("actions").path(0).path("attachments").findValuesAsString("filename"))
                .containsExactly("a.txt");
    }

    private Reply note(int ticket, String text) {
        return halo.post("/Actions", action(ticket, "\"note\":\"" + text + "\""));
    }

    private String action(int ticket, String fields) {
        return "[" + element(ticket, fields) + "]";
    }

    private String element(int ticket, String fields) {
        return "{\"ticket_id\":%s,\"outcome_id\":%s,%s}"
                .formatted(ticket, halo.halo().outcome(), fields);
    }
}
