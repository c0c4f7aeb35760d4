package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReferencesTest {

    @Test
    void isTheStartOfTheHashInLowerCaseBase32() {
        // printf 'a/b/c#1' | sha256sum | xxd -r -p | base32 | tr A-Z a-z | cut -c1-20
        assertThat(References.of("a/b/c", 1)).isEqualTo("sd-poowsqxdvtmr6mrovvod");
    }

    @Test
    void differsByEpisode() {
        assertThat(References.of("a/b/c", 1)).isNotEqualTo(References.of("a/b/c", 2));
    }
}
