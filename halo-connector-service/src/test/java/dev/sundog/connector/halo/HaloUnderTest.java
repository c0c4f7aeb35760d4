package dev.sundog.connector.halo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.connection.AddressRules;
import dev.sundog.connector.lifecycle.Wishing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.util.unit.DataSize;

/** The HTTP side as the tests use it. */
public final class HaloUnderTest {

    public static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    public static final String REFERENCE = "sd-abcdefghijklmnopqrst";

    private HaloUnderTest() {}

    /** With that client secret, whatever the connection says. */
    public static HaloApi api(String secret) {
        AddressRules rules = new AddressRules(true);
        HaloProperties properties = new HaloProperties(true, Duration.ofSeconds(3), DataSize.ofMegabytes(4));
        HttpTransport transport = new HttpTransport(HaloConfiguration.client(properties, rules));
        InstantSource time = InstantSource.fixed(NOW);
        return new HttpHaloApi(
                new HttpExchange(transport, new HttpTokenDesk(transport, _ -> secret, time), rules, time));
    }

    public static Sending sending() {
        return new Sending(NOW.plusSeconds(20), InstantSource.fixed(NOW));
    }

    public static Operation.CreateTicket make() {
        return new Operation.CreateTicket(Wishing.fields());
    }

    public static <T> T got(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<T>) answer).value();
    }

    public static CallEnd ended(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Ended.class);
        return ((Answer.Ended<?>) answer).end();
    }
}
