package dev.sundog.console.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.console.access.Gate.Answer;
import dev.sundog.console.access.Gate.Caller;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is served. */
class GateTest {

    private static final String TOKEN = "a-long-enough-token";

    private final Gate open = new Gate(Optional.empty());
    private final Gate guarded = new Gate(Optional.of(TOKEN));

    @Test
    void servesThisMachineAloneWithoutAToken() {
        assertThat(open.ask(new Caller("/api/v1/events", null, true, "localhost:8090", false)))
                .isEqualTo(Answer.SERVED);
        assertThat(open.ask(new Caller("/", null, true, "127.0.0.1:8090", false)))
                .isEqualTo(Answer.SERVED);
        assertThat(open.ask(new Caller("/", null, false, "localhost", false))).isEqualTo(Answer.FORBIDDEN);
    }

    @Test
    void refusesPagesThatPointTheirNameHere() {
        assertThat(open.ask(new Caller("/", null, true, "evil.example", false))).isEqualTo(Answer.FORBIDDEN);
        assertThat(open.ask(new Caller("/", null, true, null, false))).isEqualTo(Answer.FORBIDDEN);
        assertThat(open.ask(new Caller("/", null, true, "localhost.evil.example", false)))
                .isEqualTo(Answer.FORBIDDEN);
    }

    @Test
    void refusesWhatAProxyPassesOn() {
        assertThat(open.ask(new Caller("/", null, true, "localhost", true))).isEqualTo(Answer.FORBIDDEN);
    }

    @Test
    void asksEveryoneForTheTokenOnceThereIsOne() {
        assertThat(guarded.ask(new Caller("/api/v1/events", null, true, "localhost", false)))
                .isEqualTo(Answer.TOKEN_NEEDED);
        assertThat(guarded.ask(new Caller("/", null, true, "localhost", false))).isEqualTo(Answer.TOKEN_NEEDED);
        assertThat(guarded.ask(new Caller("/api/v1/events", "Bearer wrong", true, "localhost", false)))
                .isEqualTo(Answer.TOKEN_NEEDED);
        assertThat(guarded.ask(new Caller("/api/v1/events", "bearer " + TOKEN, false, "console.example", true)))
                .isEqualTo(Answer.SERVED);
    }

    @Test
    void takesTheTokenAsAPasswordForPagesOnly() {
        var basic = "Basic " + Base64.getEncoder().encodeToString(("me:" + TOKEN).getBytes(StandardCharsets.UTF_8));

        assertThat(guarded.ask(new Caller("/", basic, false, "x", false))).isEqualTo(Answer.SERVED);
        assertThat(guarded.ask(new Caller("/api/v1/events", basic, false, "x", false)))
                .isEqualTo(Answer.TOKEN_NEEDED);
        assertThat(guarded.ask(new Caller("/", "Basic ???", false, "x", false))).isEqualTo(Answer.TOKEN_NEEDED);
    }

    @Test
    void letsProbesPass() {
        assertThat(guarded.ask(new Caller("/livez", null, false, "x", false))).isEqualTo(Answer.SERVED);
        assertThat(open.ask(new Caller("/readyz", null, false, "x", false))).isEqualTo(Answer.SERVED);
    }
}
