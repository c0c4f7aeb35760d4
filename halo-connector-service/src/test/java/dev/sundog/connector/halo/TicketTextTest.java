package dev.sundog.connector.halo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.Payload;
import org.junit.jupiter.api.Test;

class TicketTextTest {

    private static final String REFERENCE = "sd-abcdefghijklmnopqrst";

    @Test
    void sendsTheWholeTextAsItIs() {
        String odd = "<p>one<br>two</p >";

        assertThat(TicketText.sized(odd, Payload.FULL, REFERENCE)).isEqualTo(odd);
        assertThat(TicketText.sized(odd, Payload.TRIMMED, REFERENCE)).isEqualTo(odd);
    }

    @Test
    void cutsALongTextAndClosesWhatIsOpen() {
        String html = "<div><p>first</p><table><tr><td>" + "x".repeat(20_000) + "</td></tr></table><p>last</p></div>";

        String sized = TicketText.sized(html, Payload.TRIMMED, REFERENCE);

        assertThat(sized)
                .hasSizeLessThan(TicketText.TRIMMED + 500)
                .startsWith("<div><p>first</p>")
                .contains("</td></tr>")
                .doesNotContain("last")
                .contains("all of them are " + html.length() + " characters", REFERENCE);
        assertThat(sized.indexOf("</div>")).isLessThan(sized.indexOf("cut here"));
    }

    @Test
    void cutsNoCharacterInTwo() {
        String sized = TicketText.sized("\uD83D\uDD25".repeat(9_000), Payload.TRIMMED, REFERENCE);

        String kept = sized.substring(0, sized.indexOf("<p>"));

        assertThat(kept.codePoints().allMatch(point -> point == 0x1F525)).isTrue();
    }

    @Test
    void saysWhereTheRestIsWhenNothingIsSent() {
        String sized = TicketText.sized("<p>secret story</p>", Payload.MINIMAL, REFERENCE);

        assertThat(sized).doesNotContain("secret story").contains("19 characters", REFERENCE);
    }

    @Test
    void hidesTheMarkerFromReaders() {
        assertThat(TicketText.marker(REFERENCE))
                .contains("display:none", REFERENCE)
                .hasSizeLessThan(100);
    }
}
