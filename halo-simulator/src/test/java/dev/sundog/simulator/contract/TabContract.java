package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Custom tabs: the resource, and the address that a tab opens. Only a simulator tells the address without a browser. */
public abstract class TabContract extends HaloContract {

    private SimulatorControl control;

    @BeforeEach
    void needsControl() {
        control = control();
    }

    @Row(value = 62, confidence = "S", source = "halo-api.md 8")
    @Test
    void keepsATabAndNeverShowsItsSecret() {
        JsonNode tab = tab("https://app.example/tab?area=$AREA", "tab-secret");

        int id = tab.path("id").intValue();
        assertThat(halo.get("/Tabs/" + id).json().path("url").asString())
                .isEqualTo("https://app.example/tab?area=$AREA");
        assertThat(halo.get("/Tabs").json().values())
                .extracting(one -> one.path("name").asString())
                .contains("kit");
        assertThat(tab.toString()
                        + halo.get("/Tabs").body()
                        + halo.get("/Tabs/" + id).body())
                .doesNotContain("tab-secret");
    }

    @Row(value = 62, confidence = "L, C2", source = "halo-api.md 8")
    @Test
    void signsTheIdOfTheAgentAlone() throws Exception {
        int tab = tab("https://app.example/?agentId=$LOGGEDINAGENTID&hmac=$HMAC", "tab-secret")
                .path("id")
                .intValue();
        int one = halo.create("one", "").id();
        int other = halo.create("other", "").id();

        assertThat(address(tab, one, 3))
                .isEqualTo("https://app.example/?agentId=3&hmac=" + hmac("tab-secret", "3"))
                .isEqualTo(address(tab, other, 3));
        assertThat(address(tab, one, 2)).endsWith("&hmac=" + hmac("tab-secret", "2"));
    }

    @Row(value = 62, confidence = "L", source = "halo-api.md 8")
    @Test
    void putsValuesInAsTheyAreWithoutEncodingThem() {
        int customer =
                halo.post("/Client", "[{\"name\":\"A & B + Söhne $HMAC\"}]").id();
        int tab = tab("https://app.example/?area=$AREA&x=1", "tab-secret")
                .path("id")
                .intValue();
        int ticket = halo.post("/Tickets", "[{\"summary\":\"x\",\"client_id\":%s}]".formatted(customer))
                .id();

        assertThat(address(tab, ticket, 3)).isEqualTo("https://app.example/?area=A & B + Söhne $HMAC&x=1");
    }

    /** Variables of custom fields are proven; one for the ticket's id is not. */
    @Row(value = 62, confidence = "C2, G", source = "halo-api.md 8")
    @Test
    void replacesCustomFieldsAndTheTicketAndLeavesTheRest() {
        int tab = tab("https://app.example/$FAULTID?r=$CFsundogReference&n=$CFnone&u=$UNKNOWN", "")
                .path("id")
                .intValue();
        int ticket = halo.create("fields", "\"customfields\":[{\"name\":\"CFsundogReference\",\"value\":\"sd-7\"}]")
                .id();

        assertThat(address(tab, ticket, 3))
                .isEqualTo("https://app.example/%s?r=sd-7&n=$CFnone&u=$UNKNOWN".formatted(ticket));
    }

    @Row(value = 62, confidence = "G", source = "halo-api.md 8")
    @Test
    void signsNothingIfTheTabIsNotSecure() {
        int tab = tab("https://app.example/?hmac=$HMAC", "").path("id").intValue();
        int ticket = halo.create("unsigned", "").id();

        assertThat(address(tab, ticket, 3)).isEqualTo("https://app.example/?hmac=");
    }

    @Row(value = 62, confidence = "S", source = "halo-api.md 8")
    @ParameterizedTest
    @CsvSource({"1000, 201", "1001, 400"})
    void takesAddressesOfUpTo1000Characters(int length, int status) {
        String url = "https://app.example/" + "x".repeat(length - 20);

        Reply reply = halo.post("/Tabs", "[{\"name\":\"kit\",\"url\":\"%s\"}]".formatted(url));

        assertThat(reply.status()).isEqualTo(status);
    }

    @Row(value = 62, confidence = "S", source = "halo-api.md 8")
    @Test
    void changesAndRemovesATab() {
        int tab =
                tab("https://app.example/?hmac=$HMAC", "tab-secret").path("id").intValue();
        int ticket = halo.create("changed", "").id();

        halo.post("/Tabs", "[{\"id\":%s,\"url\":\"https://other.example/?hmac=$HMAC\"}]".formatted(tab));

        assertThat(address(tab, ticket, 3))
                .startsWith("https://other.example/?hmac=")
                .hasSizeGreaterThan(60);
        assertThat(halo.delete("/Tabs/" + tab).status()).isEqualTo(200);
        assertThat(halo.get("/Tabs/" + tab).status()).isEqualTo(404);
    }

    private JsonNode tab(String url, String secret) {
        return halo.post(
                        "/Tabs",
                        "[{\"name\":\"kit\",\"url\":\"%s\",\"send_secure_url_parameter\":%s,\"new_iframe_secret\":\"%s\"}]"
                                .formatted(url, !secret.isEmpty(), secret))
                .json();
    }

    private String address(int tab, int ticket, int agent) {
        String query = "tab=%s&ticket=%s&agent=%s".formatted(tab, ticket, agent);
        return control.get("/tab-url?" + query).json().path("url").asString();
    }

    private static String hmac(String secret, String message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    }
}
