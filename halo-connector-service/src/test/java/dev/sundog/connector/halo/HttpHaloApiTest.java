package dev.sundog.connector.halo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.TicketFields;
import dev.sundog.connector.connection.AddressRules;
import dev.sundog.connector.connection.Connections;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.connection.HaloConnection.Lookup;
import dev.sundog.connector.lookup.ReferenceMemory;
import dev.sundog.connector.lookup.TicketFinder;
import dev.sundog.simulator.HaloSimulator;
import dev.sundog.simulator.SimulatorOptions;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import dev.sundog.simulator.control.Switch;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;

class HttpHaloApiTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final String REFERENCE = "sd-abcdefghijklmnopqrst";
    private static HaloSimulator simulator;

    private final HaloApi halo = api("sundog-local-secret");
    private final Sending sending = new Sending(NOW.plusSeconds(20), InstantSource.fixed(NOW));

    @BeforeAll
    static void start() {
        simulator = HaloSimulator.start(SimulatorOptions.defaults());
    }

    @AfterAll
    static void stop() {
        simulator.close();
    }

    @BeforeEach
    void fresh() {
        simulator.reset();
    }

    @Test
    void createsATicketThatCarriesItsReference() {
        FoundTicket ticket = got(create());

        assertThat(ticket.url()).isEqualTo(simulator.baseUri() + "/ticket?id=" + ticket.ticketId());
        assertThat(got(finder().find(connection(Lookup.THIRD_PARTY_ID), REFERENCE, 1, sending)))
                .extracting(FoundTicket::ticketId)
                .containsExactly(ticket.ticketId());
        assertThat(sending.sentAt()).isEqualTo(NOW);
    }

    @Test
    void readsAnOlderVersionsArrayOfOne() {
        simulator.set(Switch.ONE_ELEMENT_ARRAY, true);
        simulator.set(Switch.CREATE_STATUS, 200);

        assertThat(got(create()).ticketId()).isPositive();
    }

    @Test
    void closesWithANoteInOneExchange() {
        simulator.set(Switch.STRICT_UPDATE, true);
        FoundTicket ticket = got(create());
        simulator.clearJournal();

        FoundTicket closed = got(halo.changeStatus(connection(), close(ticket, "<p>over</p>"), sending));

        assertThat(simulator.journal()).hasSize(1);
        assertThat(closed.closed()).isTrue();
        assertThat(got(halo.read(connection(), ticket.ticketId(), sending)).statusId())
                .isEqualTo(9);
    }

    @Test
    void closesWithoutANoteToo() {
        simulator.set(Switch.STRICT_UPDATE, true);
        FoundTicket ticket = got(create());

        FoundTicket closed = got(halo.changeStatus(connection(), close(ticket, null), sending));

        assertThat(closed.statusId()).isEqualTo(9);
    }

    @Test
    void keepsHalosWordsWhenItRefuses() {
        simulator.set(Switch.CLOSE_NEEDS_AGENT, true);
        FoundTicket ticket = got(create());

        assertThat(ended(halo.changeStatus(connection(), close(ticket, null), sending)))
                .isEqualTo(new CallEnd.Rejected("Please assign this Ticket these before closing it."));
    }

    @Test
    void knowsThatATicketIsGone() {
        FoundTicket nobody = FoundTicket.of(99_999, "");

        assertThat(ended(halo.changeStatus(connection(), close(nobody, null), sending)))
                .isInstanceOf(CallEnd.NotFound.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = FaultKind.class,
            names = {"DROP_AFTER", "DROP_BEFORE", "STATUS_AFTER", "STATUS_BEFORE", "HTML_502"})
    void callsUnknownWhatMayHaveHappened(FaultKind kind) {
        simulator.inject(Fault.of(kind, "POST /Tickets").times(1));

        assertThat(ended(create())).isInstanceOf(CallEnd.Unknown.class);
        assertThat(sending.sentAt()).isEqualTo(NOW);
    }

    @Test
    void sendsARequestOnceOnlyWhenItsConnectionIsCut() {
        got(create());
        simulator.clearJournal();
        simulator.inject(Fault.of(FaultKind.DROP_AFTER, "POST /Tickets").times(1));

        int before = simulator.ticketCount();
        create();

        assertThat(simulator.ticketCount()).isEqualTo(before + 1);
    }

    @Test
    void callsNotSentWhatNeverReachedHalo() {
        HaloConnection nobodyThere = connection(URI.create("http://127.0.0.1:1"), Lookup.THIRD_PARTY_ID);

        assertThat(ended(halo.create(nobodyThere, make(), REFERENCE, sending))).isInstanceOf(CallEnd.NotSent.class);
        assertThat(sending.sentAt()).isNull();
    }

    @Test
    void renewsATokenOnceThatHaloDoesNotTakeAnyMore() {
        got(create());
        simulator.revokeTokens();

        assertThat(create()).isInstanceOf(Answer.Got.class);
    }

    @Test
    void fetchesATokenOnceForManyCalls() {
        got(create());
        got(create());

        assertThat(simulator.journal().stream()
                        .filter(entry -> entry.toString().contains("token"))
                        .count())
                .isLessThanOrEqualTo(1);
    }

    @Test
    void knowsWrongCredentials() {
        CallEnd end = ended(api("wrong").create(connection(), make(), REFERENCE, sending));

        assertThat(end).isInstanceOf(CallEnd.AuthenticationFailed.class);
        assertThat(sending.sentAt()).isNull();
    }

    @Test
    void obeysARateLimit() {
        simulator.set(Switch.RETRY_AFTER, true);
        simulator.inject(Fault.of(FaultKind.RATE_LIMIT, "POST /Tickets").times(1));

        assertThat(ended(create())).isInstanceOf(CallEnd.RateLimited.class);
    }

    @Test
    void refusesToSendWhatIsTooLate() {
        Sending late = new Sending(NOW.minusMillis(1), InstantSource.fixed(NOW));
        int before = simulator.ticketCount();

        assertThat(ended(halo.create(connection(), make(), REFERENCE, late))).isEqualTo(new CallEnd.Expired());
        assertThat(simulator.ticketCount()).isEqualTo(before);
    }

    @Test
    void readsNoTicketOfAListThatAnIgnoredFilterMadeLong() {
        simulator.set(Switch.UNKNOWN_THIRD_PARTY_FILTER, true);
        IntStream.range(0, 11).forEach(n -> got(halo.create(connection(), make(), "sd-another" + n, sending)));
        simulator.clearJournal();

        assertThat(ended(finder().find(connection(), REFERENCE, 1, sending))).isInstanceOf(CallEnd.Rejected.class);

        assertThat(simulator.journal()).hasSize(1);
    }

    private TicketFinder finder() {
        return new TicketFinder(halo, new ReferenceMemory());
    }

    private Answer<FoundTicket> create() {
        return halo.create(connection(), make(), REFERENCE, sending);
    }

    private static Operation.ChangeStatus close(FoundTicket ticket, String note) {
        return new Operation.ChangeStatus(ticket.ticketId(), fields().place(), 9, note);
    }

    private static <T> T got(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Got.class);
        return ((Answer.Got<T>) answer).value();
    }

    private static CallEnd ended(Answer<?> answer) {
        assertThat(answer).isInstanceOf(Answer.Ended.class);
        return ((Answer.Ended<?>) answer).end();
    }

    private static HaloApi api(String secret) {
        AddressRules rules = new AddressRules(true);
        HaloProperties properties = new HaloProperties(true, Duration.ofSeconds(3), DataSize.ofMegabytes(4));
        HttpTransport transport = new HttpTransport(HaloConfiguration.client(properties, rules));
        InstantSource time = InstantSource.fixed(NOW);
        return new HttpHaloApi(
                new HttpExchange(transport, new HttpTokenDesk(transport, _ -> secret, time), rules, time));
    }

    private static HaloConnection connection() {
        return connection(Lookup.THIRD_PARTY_ID);
    }

    private static HaloConnection connection(Lookup lookup) {
        return connection(simulator.baseUri(), lookup);
    }

    private static HaloConnection connection(URI root, Lookup lookup) {
        return Connections.of(root, lookup);
    }

    private static Operation.CreateTicket make() {
        return new Operation.CreateTicket(fields());
    }

    private static TicketFields fields() {
        return new TicketFields(
                12,
                18L,
                null,
                21L,
                null,
                null,
                "Cloud Operations",
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                null,
                null,
                List.of(),
                null,
                "Disk full",
                "<p>Disk full</p>");
    }
}
