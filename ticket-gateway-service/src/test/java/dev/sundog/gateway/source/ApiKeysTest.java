package dev.sundog.gateway.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeysTest {

    private static final Sender ACME = new Sender("acme", "acme-msp", Set.of("contoso"), Set.of("backup"));
    private static final Sender OTHER = new Sender("other", "other-msp", Set.of("*"), Set.of("*"));

    private final ApiKeys keys = new ApiKeys(List.of(
            new ApiKeys.Entry(ApiKeys.sha256("key-a"), ACME), new ApiKeys.Entry(ApiKeys.sha256("key-ö"), OTHER)));

    @Test
    void findsTheSenderOfAKeyAndNoOther() {
        assertThat(keys.find("key-a")).contains(ACME);
        assertThat(keys.find("key-ö")).contains(OTHER);
        assertThat(keys.find("key-b")).isEmpty();
        assertThat(keys.find("")).isEmpty();
    }

    @Test
    void bindsASenderToItsOrganizationsAndSources() {
        assertThat(ACME.mayActFor("contoso")).isTrue();
        assertThat(ACME.mayActFor("fabrikam")).isFalse();
        assertThat(ACME.maySpeakAs("backup")).isTrue();
        assertThat(ACME.maySpeakAs("monitoring")).isFalse();
        assertThat(OTHER.mayActFor("fabrikam")).isTrue();
        assertThat(OTHER.maySpeakAs("monitoring")).isTrue();
    }

    @Test
    void knowsTheSourceOnlyOfAKeyThatIsBoundToOne() {
        assertThat(ACME.onlySource()).contains("backup");
        assertThat(OTHER.onlySource()).isEmpty();
        assertThat(new Sender("k", "t", Set.of("*"), Set.of("a", "b")).onlySource())
                .isEmpty();
    }
}
