package dev.sundog.routing.template;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.event.Saving;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class VoiceTest {

    private static final Instant MOMENT = Instant.parse("2026-11-21T20:00:00Z");

    @Test
    void writesMomentsInTheTenantsLanguageAndZone() {
        assertThat(Voice.USUAL.moment(MOMENT)).isEqualTo("Nov 21, 2026, 8:00:00\u202FPM UTC");
        assertThat(Voice.of("de", "Europe/Berlin").moment(MOMENT)).isEqualTo("21.11.2026, 21:00:00 UTC+01:00");
        assertThat(Voice.of("en-NZ", "Pacific/Auckland").moment(MOMENT))
                .isEqualTo("22 Nov 2026, 9:00:00\u202Fam UTC+13:00");
    }

    @Test
    void followsSummerTime() {
        var berlin = Voice.of("de", "Europe/Berlin");

        assertThat(berlin.moment(Instant.parse("2026-10-25T00:30:00Z"))).endsWith("02:30:00 UTC+02:00");
        assertThat(berlin.moment(Instant.parse("2026-10-25T01:30:00Z"))).endsWith("02:30:00 UTC+01:00");
    }

    @Test
    void writesMoneyWithoutLosingAnyOfIt() {
        assertThat(Voice.USUAL.money(saving("1234.5", "EUR", "MONTHLY"))).isEqualTo("€1,234.50 a month");
        assertThat(Voice.of("de-DE", null).money(saving("1234.50", "EUR", "YEARLY")))
                .isEqualTo("1.234,50\u00A0€ a year");
        assertThat(Voice.USUAL.money(saving("100.00", "JPY", "ONE_TIME"))).isEqualTo("¥100, once");
        assertThat(Voice.USUAL.money(saving("100.25", "JPY", "ONE_TIME"))).isEqualTo("¥100.25, once");
        assertThat(Voice.of("en-NZ", null).money(saving("5", "USD", "MONTHLY"))).isEqualTo("US$5.00 a month");
    }

    @Test
    void writesACurrencyThatNobodyKnowsByItsCode() {
        assertThat(Voice.USUAL.money(saving("1000.50", "DOGE", "MONTHLY"))).isEqualTo("1,000.50 DOGE a month");
    }

    @Test
    void usesTheUsualWhereASettingMakesNoSense() {
        assertThat(Voice.of("no_such", "Mars/Olympus")).isEqualTo(Voice.USUAL);
        assertThat(Voice.of(null, "Asia/Tokyo").locale()).isEqualTo(Voice.USUAL.locale());
    }

    private static Saving saving(String amount, String currency, String period) {
        return new Saving(new BigDecimal(amount), currency, period);
    }
}
