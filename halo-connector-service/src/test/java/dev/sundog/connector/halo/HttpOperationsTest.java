package dev.sundog.connector.halo;

import static dev.sundog.connector.halo.HaloUnderTest.REFERENCE;
import static dev.sundog.connector.halo.HaloUnderTest.ended;
import static dev.sundog.connector.halo.HaloUnderTest.got;
import static dev.sundog.connector.halo.HaloUnderTest.make;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.Payload;
import dev.sundog.connector.call.TicketNote;
import dev.sundog.connector.connection.Connections;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.connection.HaloConnection.Lookup;
import dev.sundog.connector.lifecycle.Wishing;
import dev.sundog.simulator.HaloSimulator;
import dev.sundog.simulator.SimulatorOptions;
import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.Scopes;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import dev.sundog.simulator.control.Switch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the lifecycle asks for besides creating and closing, against the simulator. */
class HttpOperationsTest {

    private static HaloSimulator simulator;

    private final HaloApi halo = HaloUnderTest.api("sundog-local-secret");
    private final Sending sending = HaloUnderTest.sending();

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
        simulator.register(new Application("person", "person-secret", Scopes.of("all"), 3));
    }

    @Test
    void readsAFreshTicketWithOneRequestAsUntouched() {
        FoundTicket ticket = create();
        simulator.clearJournal();

        FoundTicket read = got(halo.read(connection(), ticket.ticketId(), sending));

        assertThat(read.touched()).isFalse();
        assertThat(read.statusId()).isEqualTo(1);
        assertThat(read.statusName()).isEqualTo("New");
        assertThat(read.updatedAt()).isNotNull();
        assertThat(simulator.journal()).hasSize(1);
    }

    @Test
    void takesItsOwnNotesForItsOwn() {
        FoundTicket ticket = create();
        got(halo.addNote(connection(), new Operation.AddNote(ticket.ticketId(), "<p>again</p>"), sending));

        assertThat(got(halo.read(connection(), ticket.ticketId(), sending)).touched())
                .isFalse();
    }

    @Test
    void seesThatAPersonTouchedTheTicket() {
        FoundTicket ticket = create();
        got(HaloUnderTest.api("person-secret")
                .addNote(person(), new Operation.AddNote(ticket.ticketId(), "<p>I am at it</p>"), sending));

        assertThat(got(halo.read(connection(), ticket.ticketId(), sending)).touched())
                .isTrue();
    }

    @Test
    void asksOnceWhoItIs() {
        FoundTicket ticket = create();
        got(HaloUnderTest.api("person-secret")
                .addNote(person(), new Operation.AddNote(ticket.ticketId(), "<p>I am at it</p>"), sending));

        got(halo.read(connection(), ticket.ticketId(), sending));
        simulator.clearJournal();
        got(halo.read(connection(), ticket.ticketId(), sending));

        assertThat(simulator.journal()).hasSize(2);
    }

    @Test
    void setsHeadlineAndDetailsAndKeepsTheMarkerInThem() {
        simulator.set(Switch.STRICT_UPDATE, true);
        HaloConnection marked = Connections.of(simulator.baseUri(), Lookup.MARKER);
        FoundTicket ticket = got(halo.create(marked, make(), REFERENCE, sending));
        Operation.UpdateTicket update =
                new Operation.UpdateTicket(ticket.ticketId(), Wishing.fields(), Payload.MINIMAL);

        got(halo.update(marked, update, REFERENCE, sending));

        assertThat(got(halo.show(marked, ticket.ticketId(), sending)).details())
                .contains("were left out")
                .contains(TicketText.marker(REFERENCE));
    }

    @Test
    void writesSeveralNotesInOneExchangeAndChecksTheAnswer() {
        FoundTicket one = create();
        FoundTicket other = create();
        simulator.clearJournal();

        List<FoundTicket> told = got(halo.addNotes(
                connection(),
                List.of(
                        new TicketNote("k1", other.ticketId(), "<p>a</p>"),
                        new TicketNote("k2", one.ticketId(), "<p>b</p>")),
                sending));

        assertThat(told).extracting(FoundTicket::ticketId).containsExactly(other.ticketId(), one.ticketId());
        assertThat(simulator.journal()).hasSize(1);
    }

    @Test
    void keepsHalosWordsWhenOneOfSeveralNotesIsRefused() {
        FoundTicket one = create();

        assertThat(ended(halo.addNotes(
                        connection(),
                        List.of(
                                new TicketNote("k1", one.ticketId(), "<p>a</p>"),
                                new TicketNote("k2", 99_999, "<p>b</p>")),
                        sending)))
                .isInstanceOf(CallEnd.Rejected.class);
    }

    @Test
    void listsWhatChangedSince() {
        FoundTicket old = create();
        FoundTicket changed = create();
        got(halo.addNote(connection(), new Operation.AddNote(changed.ticketId(), "<p>x</p>"), sending));
        FoundTicket newest = got(halo.read(connection(), changed.ticketId(), sending));

        HaloPage page = got(halo.list(
                connection(),
                Map.of(
                        "lastupdatefromdate", String.valueOf(newest.updatedAt()),
                        "pageinate", "true",
                        "page_no", "1"),
                sending));

        assertThat(page.rows())
                .extracting(row -> row.ticket().ticketId())
                .contains(changed.ticketId())
                .doesNotContain(old.ticketId());
        assertThat(page.rows())
                .allSatisfy(row -> assertThat(row.ticket().updatedAt()).isNotNull());
    }

    @Test
    void mergesATicketIntoAnotherAndSaysSoOnlyIfHaloDid() {
        FoundTicket kept = create();
        FoundTicket later = create();
        Operation.MergeTickets merge = new Operation.MergeTickets(kept.ticketId(), later.ticketId());

        FoundTicket merged = got(halo.merge(connection(), merge, sending));
        assertThat(merged.mergedIntoId()).isEqualTo(kept.ticketId());

        FoundTicket third = create();
        simulator.inject(Fault.dropping("merged_into_id", "POST /Tickets").times(1));
        assertThat(ended(halo.merge(
                        connection(), new Operation.MergeTickets(kept.ticketId(), third.ticketId()), sending)))
                .isInstanceOf(CallEnd.Rejected.class);
    }

    @Test
    void saysThatABodyIsTooLarge() {
        simulator.inject(Fault.of(FaultKind.STATUS_BEFORE, "POST /Tickets")
                .answering(413)
                .times(1));

        assertThat(ended(halo.create(connection(), make(), REFERENCE, sending))).isInstanceOf(CallEnd.TooLarge.class);
    }

    @Test
    void sendsLessWhenToldTo() {
        Operation.CreateTicket least = new Operation.CreateTicket(Wishing.fields(), Payload.MINIMAL);

        FoundTicket ticket = got(halo.create(connection(), least, REFERENCE, sending));

        assertThat(got(halo.show(connection(), ticket.ticketId(), sending)).details())
                .contains("were left out", REFERENCE)
                .doesNotContain("<p>Disk full</p>");
    }

    @Test
    void readsDecimalNumbersAsTheWholeOnesTheyAre() {
        simulator.inject(Fault.of(FaultKind.DECIMAL_NUMBERS, "*").times(3));

        FoundTicket ticket = create();

        assertThat(got(halo.read(connection(), ticket.ticketId(), sending)).ticketId())
                .isEqualTo(ticket.ticketId());
    }

    @Test
    void hearsForHowLongHaloWantsToBeLeftAlone() {
        simulator.inject(Fault.of(FaultKind.RATE_LIMIT, "POST /Tickets")
                .saying("seconds")
                .lasting(Duration.ofSeconds(30))
                .times(1));

        assertThat(ended(halo.create(connection(), make(), REFERENCE, sending)))
                .isInstanceOfSatisfying(
                        CallEnd.RateLimited.class,
                        limited -> assertThat(limited.retryAfter()).isNotNull());
    }

    private FoundTicket create() {
        return got(halo.create(connection(), make(), REFERENCE, sending));
    }

    private static HaloConnection connection() {
        return Connections.of(simulator.baseUri(), Lookup.THIRD_PARTY_ID);
    }

    private static HaloConnection person() {
        return Connections.by("person", simulator.baseUri());
    }
}
