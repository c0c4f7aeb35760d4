package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Tokens and what they open. */
public abstract class TokenContract extends HaloContract {

    @Row(value = 1, confidence = "C8", source = "halo-api.md 1.2")
    @ParameterizedTest
    @ValueSource(strings = {"", "?tenant=%s", "?tenant=%s&surplus=1"})
    void issuesATokenWhereverTheTenantStands(String query) {
        Reply reply = halo.token(query.formatted(tenant()), halo.credentials("all"));

        assertThat(reply.status()).isEqualTo(200);
    }

    @Row(value = 1, confidence = "C8", source = "halo-api.md 1.2")
    @Test
    void issuesATokenWithTheTenantInTheForm() {
        Map<String, String> form = new HashMap<>(halo.credentials("all"));
        form.put("tenant", tenant());

        Reply reply = halo.token("", form);

        assertThat(reply.status()).isEqualTo(200);
    }

    @Row(value = 2, confidence = "C4, L", source = "halo-api.md 1.2")
    @Test
    void answersATokenWithAllSixFields() {
        JsonNode token =
                halo.token("", halo.credentials("read:tickets edit:tickets")).json();

        assertThat(token.path("token_type").asString()).isEqualTo("Bearer");
        assertThat(token.path("scope").asString()).isEqualTo("read:tickets edit:tickets");
        assertThat(token.path("expires_in").isInt()).isTrue();
        assertThat(token.path("expires_in").intValue()).isEqualTo(3600);
        assertThat(token.path("access_token").asString()).isNotBlank();
        assertThat(token.path("refresh_token").asString()).isNotBlank();
        assertThat(token.path("id_token").asString()).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
    }

    @Row(value = 2, confidence = "L", source = "halo-api.md 1.2")
    @Test
    void saysInTheIdTokenWhichAgentItIs() {
        JsonNode token = halo.token("", halo.credentials("read:tickets")).json();

        String claims = new String(
                Base64.getUrlDecoder().decode(token.path("id_token").asString().split("\\.", -1)[1]),
                StandardCharsets.UTF_8);

        assertThat(claims).contains("\"name\"", "\"email\"", "\"agent_id\"");
    }

    @Row(value = 3, confidence = "1", source = "halo-api.md 1.1")
    @Test
    void tellsItsTokenEndpointUnderTheIssuerThatWasAsked() {
        HaloCaller root = new HaloCaller(at(halo.halo().auth().toString()));

        JsonNode discovery = root.get("/.well-known/openid-configuration").json();

        assertThat(discovery.path("issuer").asString())
                .isEqualTo(halo.halo().auth().toString());
        assertThat(discovery.path("token_endpoint").asString())
                .isEqualTo(halo.halo().auth() + "/token");
    }

    @Row(value = 4, confidence = "L", source = "halo-api.md 1.5")
    @Test
    void refusesAWrongSecretWithInvalidClient() {
        Map<String, String> form = new HashMap<>(halo.credentials("all"));
        form.put("client_secret", "wrong");

        Reply reply = halo.token("", form);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().path("error").asString()).isEqualTo("invalid_client");
    }

    @Row(value = 5, confidence = "L x3", source = "halo-api.md 1.5")
    @Test
    void refusesAllScopesIfOneIsUnknown() {
        Reply reply = halo.token("", halo.credentials("read:tickets read:actions"));

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isEqualTo("invalid_scope");
        assertThat(reply.json().path("error_description").asString())
                .isEqualTo("The specified 'scope' parameter is not valid.");
    }

    @Row(value = 6, confidence = "L x2", source = "halo-api.md 1.5")
    @Test
    void issuesATokenWithoutScopeThatOpensNothing() {
        Map<String, String> form = new HashMap<>(halo.credentials("all"));
        form.remove("scope");

        Reply token = halo.token("", form);
        Reply call = halo.useToken(token.json().path("access_token").asString()).get("/Tickets");

        assertThat(token.status()).isEqualTo(200);
        assertThat(call.status()).isEqualTo(401);
    }

    @Row(value = 7, confidence = "G", source = "halo-api.md 1.5")
    @Test
    void refusesAnotherGrantType() {
        Map<String, String> form = new HashMap<>(halo.credentials("all"));
        form.put("grant_type", "password");

        Reply reply = halo.token("", form);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().path("error").asString()).isEqualTo("unsupported_grant_type");
    }

    @Row(value = 8, confidence = "S", source = "halo-api.md 1.1")
    @Test
    void tellsWhereToAuthenticateWithoutAToken() {
        Reply reply = halo.useToken("").get("/authinfo");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("auth_url").asString())
                .isEqualTo(halo.halo().auth().toString());
        assertThat(reply.json().path("tenant_id").asString()).isNotBlank();
    }

    @Row(value = 9, confidence = "C4", source = "halo-api.md 1.5")
    @ParameterizedTest
    @ValueSource(strings = {"", "garbage"})
    void answers401AndNothingElseWithoutALiveToken(String token) {
        Reply reply = halo.useToken(token).get("/Tickets");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body()).isEmpty();
    }

    @Row(value = 10, confidence = "L", source = "halo-api.md 1.5")
    @Test
    void answers403AndNothingElseWithoutTheRight() {
        Reply reply = halo.signIn("read:tickets").create("not allowed", "");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).isEmpty();
    }

    /** The right to edit holds the right to read, and customers are another right. */
    @Row(confidence = "L", source = "halo-api.md 1.4")
    @Test
    void letsAnEditorReadHisPartAlone() {
        halo.signIn("edit:tickets");

        assertThat(halo.get("/Tickets").status()).isEqualTo(200);
        assertThat(halo.get("/Client").status()).isEqualTo(403);
    }

    @Row(value = 11, confidence = "G", source = "halo-api.md 1.2")
    @Test
    void keepsAnOldTokenAliveWhenANewOneIsIssued() {
        halo.token("", halo.credentials("all"));

        Reply reply = halo.get("/Tickets");

        assertThat(reply.status()).isEqualTo(200);
    }

    private String tenant() {
        return halo.get("/authinfo").json().path("tenant_id").asString();
    }

    private HaloUnderTest at(String api) {
        HaloUnderTest it = halo.halo();
        return new HaloUnderTest(
                java.net.URI.create(api),
                it.auth(),
                it.clientId(),
                it.clientSecret(),
                it.customer(),
                it.site(),
                it.ticketType(),
                it.outcome());
    }
}
