package dev.sundog.simulator.contract;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.net.http.HttpHeaders;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.opentest4j.TestAbortedException;

/** What the contract may write on a real Halo. */
class WriteGuardTest {

    private final WriteGuard guard = new WriteGuard(12);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /Tickets           | [{\"summary\":\"x\",\"client_id\":12}]",
                "POST   | /Tickets           | [{\"summary\":\"x\",\"client_id\":\"12\"}]",
                "POST   | /tickets?returnall=true | [{\"client_id\":12},{\"client_id\":12}]",
                "POST   | /Tickets           | {\"summary\":\"bare\",\"client_id\":12}",
                "POST   | /Tickets           | [{\"id\":4711,\"status_id\":9}]",
                "POST   | /Actions           | [{\"ticket_id\":4711,\"note\":\"x\"}]",
                "DELETE | /Tickets/4711?reason=x | ''",
                "POST   | /Report            | [{\"_loadreportonly\":true,\"sql\":\"select 1\"}]",
                "PUT    | /Tickets           | []"
            })
    void letsTicketsOfTheTestCustomerThrough(String method, String path, String body) {
        guard.made(new Reply(201, HttpHeaders.of(Map.of(), (_, _) -> true), "{\"id\":4711}"));

        assertThatNoException().isThrownBy(() -> guard.check(method, path, body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "POST   | /Tickets           | [{\"summary\":\"x\"}]",
                "POST   | /Tickets           | [{\"summary\":\"x\",\"client_id\":13}]",
                "POST   | /Tickets           | [{\"client_id\":12},{\"client_id\":13}]",
                "POST   | /Tickets           | [{\"id\":1,\"client_id\":12,\"status_id\":9}]",
                "POST   | /Tickets           | [{\"id\":4711,\"client_id\":13}]",
                "POST   | /Tickets           | not json",
                "POST   | /Actions           | [{\"ticket_id\":1,\"note\":\"x\"}]",
                "DELETE | /Tickets/1         | ''",
                "POST   | /Client            | [{\"name\":\"x\"}]",
                "DELETE | /Client/12         | ''",
                "POST   | /Report            | [{\"name\":\"kept\"}]",
                "POST   | /Webhook           | [{\"url\":\"http://x\"}]"
            })
    void skipsATestThatWouldWriteAnythingElse(String method, String path, String body) {
        guard.made(new Reply(201, HttpHeaders.of(Map.of(), (_, _) -> true), "{\"id\":4711}"));

        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> guard.check(method, path, body))
                .withMessageContaining("beyond test customer 12");
    }

    @Test
    void takesNoNoteOfWhatWasRefused() {
        guard.made(new Reply(400, HttpHeaders.of(Map.of(), (_, _) -> true), "\"no\""));

        assertThatExceptionOfType(TestAbortedException.class)
                .isThrownBy(() -> guard.check("DELETE", "/Tickets/4711", ""));
    }
}
