package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Paths, methods and bodies. */
public abstract class BodyContract extends HaloContract {

    @Row(value = 12, confidence = "L", source = "halo-api.md 2")
    @ParameterizedTest
    @ValueSource(strings = {"/Tickets", "/tickets", "/TICKETS"})
    void takesAPathInAnyCase(String path) {
        assertThat(halo.get(path).status()).isEqualTo(200);
    }

    @Row(value = 12, confidence = "S, G", source = "halo-api.md 2")
    @ParameterizedTest
    @CsvSource({"PUT, /Tickets, 405", "PATCH, /Tickets/1, 405", "GET, /NoSuchThing, 404", "DELETE, /Tickets, 405"})
    void knowsNoOtherMethodsAndPaths(String method, String path, int status) {
        assertThat(halo.other(method, path).status()).isEqualTo(status);
    }

    @Row(value = 13, confidence = "L", source = "halo-api.md 2")
    @Test
    void refusesAnObjectWhereItWantsAnArray() {
        Reply reply = halo.post(
                "/Tickets",
                "{\"summary\":\"bare\",\"client_id\":%s}".formatted(halo.halo().customer()));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.body()).contains("requires a JSON array");
    }

    @Row(value = 14, confidence = "C3", source = "halo-api.md 2")
    @Test
    void ignoresFieldsItDoesNotKnow() {
        Reply reply = halo.create("unknown field", "\"no_such_field\":{\"a\":[1]}");

        assertThat(reply.status()).isBetween(200, 201);
        assertThat(reply.json().has("no_such_field")).isFalse();
    }

    @Row(value = 15, confidence = "L", source = "halo-api.md 2.1")
    @ParameterizedTest
    @CsvSource({"\"95.0\"", "\"abc\"", "[1]", "{}", "true"})
    void refusesAWrongTypeUnderThePathOfTheField(String value) {
        Reply reply = halo.create("wrong type", "\"priority_id\":" + value);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().propertyNames()).containsExactly("[0].priority_id");
        assertThat(reply.json().path("[0].priority_id").isArray()).isTrue();
    }

    /** The path counts the elements, and nothing of the batch is kept. */
    @Row(value = 15, confidence = "L", source = "halo-api.md 2.1")
    @Test
    void keepsNothingOfABatchThatDoesNotBind() {
        String word = unique("unbound");

        Reply reply = halo.post(
                "/Tickets",
                "[{\"summary\":\"%1$s\",\"client_id\":%2$s},{\"summary\":\"%1$s\",\"client_id\":%2$s,\"status_id\":\"x\"}]"
                        .formatted(word, halo.halo().customer()));

        assertThat(reply.json().propertyNames()).containsExactly("[1].status_id");
        assertThat(halo.get("/Tickets?search_summary=" + word)
                        .json()
                        .path("record_count")
                        .intValue())
                .isZero();
    }

    @Row(value = 16, confidence = "L x2", source = "halo-api.md 2")
    @Test
    void takesNumbersInStrings() {
        Reply reply = halo.post(
                "/Tickets",
                "[{\"summary\":\"strings\",\"client_id\":\"%s\",\"tickettype_id\":\"%s\"}]"
                        .formatted(halo.halo().customer(), halo.halo().ticketType()));

        assertThat(reply.json().path("client_id").intValue())
                .isEqualTo(halo.halo().customer());
        assertThat(reply.json().path("tickettype_id").intValue())
                .isEqualTo(halo.halo().ticketType());
    }

    @Row(value = 17, confidence = "C6", source = "halo-api.md 2")
    @Test
    void createsWithoutAnIdAndUpdatesWithOne() {
        int created = halo.create("first", "").id();

        Reply updated = halo.create("second", "\"id\":" + created);

        assertThat(updated.id()).isEqualTo(created);
        assertThat(halo.get("/Tickets/" + created).json().path("summary").asString())
                .isEqualTo("second");
    }

    @Row(value = 18, confidence = "S, C8", source = "halo-api.md 2")
    @Test
    void answersOneElementWithOneObject() {
        Reply reply = halo.create("one", "");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().isObject()).isTrue();
        assertThat(reply.json().path("id").isInt()).isTrue();
    }

    @Row(value = 19, confidence = "L, C2", source = "halo-api.md 2")
    @Test
    void createsAllOfABatchAndAnswersTheLast() {
        int first = halo.create("before", "").id();

        Reply reply = halo.post("/Tickets", batch("one", "two", "three"));

        assertThat(reply.json().path("summary").asString()).isEqualTo("three");
        assertThat(reply.id()).isGreaterThanOrEqualTo(first + 3);
    }

    @Row(value = 20, confidence = "C2", source = "halo-api.md 2")
    @Test
    void answersAllOfABatchInOrderOnDemand() {
        JsonNode reply =
                halo.post("/Tickets?returnall=true", batch("one", "two")).json();

        assertThat(reply.isArray()).isTrue();
        assertThat(reply.values())
                .extracting(ticket -> ticket.path("summary").asString())
                .containsExactly("one", "two");
    }

    @Row(value = 22, confidence = "S, C6", source = "halo-api.md 3.4")
    @Test
    void makesTwoTicketsOfTheSameBodySentTwice() {
        int first = halo.create("same", "\"third_party_id_string\":\"same\"").id();
        int second = halo.create("same", "\"third_party_id_string\":\"same\"").id();

        assertThat(second).isNotEqualTo(first);
    }

    @Row(value = 23, confidence = "L, S", source = "halo-api.md 3.4")
    @Test
    void numbersTicketsUpwardsAndNeverTwice() {
        int first = halo.create("first", "").id();
        halo.delete("/Tickets/" + first);

        int second = halo.create("second", "").id();

        assertThat(second).isGreaterThan(first);
    }

    @Row(value = 63, confidence = "1", source = "halo-api.md 1.1")
    @Test
    void ignoresTheTenantOnApiCalls() {
        assertThat(halo.get("/Tickets?tenant=other").status()).isEqualTo(200);
    }

    private String batch(String... summaries) {
        StringBuilder json = new StringBuilder();
        for (String summary : summaries) {
            json.append(json.isEmpty() ? "[" : ",")
                    .append("{\"summary\":\"%s\",\"client_id\":%s}"
                            .formatted(summary, halo.halo().customer()));
        }
        return json.append("]").toString();
    }
}
