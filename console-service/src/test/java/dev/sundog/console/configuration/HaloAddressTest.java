package dev.sundog.console.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.configuration.HaloAddress.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which addresses a connection may name. */
class HaloAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://acme.halopsa.com",
                "ftp://acme.halopsa.com",
                "acme.halopsa.com",
                "https://",
                "https://user:pw@acme.halopsa.com",
                "https://acme.halopsa.com#x",
                "https://acme.halopsa.com?x=1",
                "https://127.0.0.1",
                "https://10.0.0.1/api",
                "https://2130706433",
                "https://0x7f000001",
                "https://0x7f.1",
                "https://a.b.1",
                "https://[::1]",
                "https://[::ffff:127.0.0.1]",
                "https://localhost",
                "https://halo.localhost",
                "https://metadata.google.internal",
                "https://intranet",
                "https://acme.halopsa.com.",
                "https://acme .com",
                "http://localhost:8070"
            })
    void refusesWhatIsNoPublicHttpsHost(String address) {
        assertThat(new HaloAddress(false).check(address, "/api")).isInstanceOf(Verdict.Refused.class);
    }

    @ParameterizedTest
    @CsvSource({
        "https://acme.halopsa.com, https://acme.halopsa.com",
        "https://acme.halopsa.com/, https://acme.halopsa.com",
        "https://acme.halopsa.com/api, https://acme.halopsa.com",
        "https://acme.halopsa.com/api//, https://acme.halopsa.com",
        "HTTPS://Acme.HaloPSA.com/api, https://acme.halopsa.com",
        "https://halo.example.org:8443/desk/api/, https://halo.example.org:8443/desk"
    })
    void bringsAddressesIntoTheirOneForm(String given, String normal) {
        assertThat(new HaloAddress(false).check(given, "/api")).isEqualTo(new Verdict.Fine(normal));
    }

    @Test
    void takesThisMachineOnlyWhereThatIsAllowed() {
        assertThat(new HaloAddress(true).check("http://127.0.0.1:8070/auth", "/token"))
                .isEqualTo(new Verdict.Fine("http://127.0.0.1:8070/auth"));
        assertThat(new HaloAddress(true).check("https://192.168.1.1", "/api")).isInstanceOf(Verdict.Refused.class);
    }
}
