package dev.sundog.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CredentialsTest {

    private static final String BASIC = "Basic dXNlcjpoaWRkZW4="; // user:hidden

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basic.auth.credentials.source=USER_INFO;basic.auth.user.info=user:hidden | " + BASIC,
                "basic.auth.credentials.source=USER_INFO;schema.registry.basic.auth.user.info=user:hidden | " + BASIC,
                "basic.auth.user.info=user:hidden | " + BASIC,
                "bearer.auth.credentials.source=STATIC_TOKEN;bearer.auth.token=hidden | Bearer hidden",
                "bearer.auth.token=hidden | Bearer hidden",
                "'' | null"
            })
    void showsWhoAsks(String properties, String header) {
        try (FakeRegistry registry = FakeRegistry.start()) {
            ask(client(registry.url(), properties));

            assertThat(registry.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.authorization()).isEqualTo(header));
        }
    }

    @Test
    void takesTheUserFromTheAddress() {
        try (FakeRegistry registry = FakeRegistry.start()) {
            ask(client(registry.url().replace("//", "//user:hidden@"), "basic.auth.credentials.source=URL"));

            assertThat(registry.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.authorization()).isEqualTo(BASIC));
        }
    }

    @Test
    void neverShowsASecret() {
        String url = "http://user:hidden@127.0.0.1:" + RegistryHttpTest.closedPort();
        SchemaRegistryClient client = client(url, "");

        assertThat(client).asString().doesNotContain("hidden").contains("127.0.0.1");
        assertThatExceptionOfType(RegistryUnavailableException.class)
                .isThrownBy(() -> client.schema(1))
                .withMessageNotContaining("hidden")
                .withMessageNotContaining("dXNlcjpoaWRkZW4");
        assertThat(new Settings(Map.of("bearer.auth.token", "hidden")))
                .asString()
                .doesNotContain("hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://user:hidden@ho st | schema.registry.url holds an address that cannot be read",
                "ftp://user:hidden@host | schema.registry.url must hold http or https addresses",
                "host:8081 | schema.registry.url must hold http or https addresses",
                "' , ' | schema.registry.url must say where"
            })
    void refusesAnAddressWithoutRepeatingIt(String url, String words) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> client(url, ""))
                .withMessageContaining(words)
                .withMessageNotContaining("hidden");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "basic.auth.credentials.source=USER_INFO | basic.auth.user.info must be set",
                "basic.auth.credentials.source=SASL_INHERIT | must be URL or USER_INFO",
                "bearer.auth.credentials.source=STATIC_TOKEN | bearer.auth.token must be set",
                "bearer.auth.credentials.source=OAUTHBEARER | must be STATIC_TOKEN",
                "normalize.schemas=perhaps | must be true or false",
                "http.read.timeout.ms=0 | above zero"
            })
    void refusesWhatItCannotDo(String properties, String words) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> client("http://127.0.0.1:1", properties))
                .withMessageContaining(words);
    }

    private static void ask(SchemaRegistryClient client) {
        assertThatExceptionOfType(UndecodableRecordException.class).isThrownBy(() -> client.schema(1));
    }

    private static SchemaRegistryClient client(String url, String properties) {
        Map<String, String> all = new HashMap<>(Map.of("schema.registry.url", url));
        for (String property : properties.split(";")) {
            if (!property.isEmpty()) {
                all.put(property.split("=")[0], property.split("=")[1]);
            }
        }
        return SchemaRegistryClient.create(all);
    }
}
