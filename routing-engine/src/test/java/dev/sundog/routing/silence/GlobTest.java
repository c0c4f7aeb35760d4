package dev.sundog.routing.silence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GlobTest {

    @ParameterizedTest
    @CsvSource({
        "db-1, db-1, true",
        "db-1, db-10, false",
        "db-*, db-10, true",
        "db-*, db-, true",
        "*-prod, db-1-prod, true",
        "*-prod, db-1-prod-2, false",
        "*a*b, xaxbxb, true",
        "a**b, ab, true",
        "*, anything, true",
        "a.c, abc, false",
        "DB-1, db-1, false"
    })
    void fitsWholeTextsOnly(String pattern, String text, boolean fits) {
        assertThat(new Glob(pattern).fits(text)).isEqualTo(fits);
    }

    @Test
    @Timeout(5)
    void isThroughSoonWhateverThePattern() {
        var hostile = new Glob("*a".repeat(100) + "b");

        assertThat(hostile.fits("a".repeat(20_000))).isFalse();
    }
}
