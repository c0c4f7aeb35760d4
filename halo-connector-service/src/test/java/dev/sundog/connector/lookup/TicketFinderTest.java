package dev.sundog.connector.lookup;

import static dev.sundog.connector.halo.HaloUnderTest.REFERENCE;
import static dev.sundog.connector.halo.HaloUnderTest.ended;
import static dev.sundog.connector.halo.HaloUnderTest.got;
import static dev.sundog.connector.halo.HaloUnderTest.make;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.FoundTicket;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.call.Payload;
import dev.sundog.connector.connection.Connections;
import dev.sundog.connector.connection.HaloConnection;
import dev.sundog.connector.connection.HaloConnection.Lookup;
import dev.sundog.connector.halo.Answer;
import dev.sundog.connector.halo.HaloApi;
import dev.sundog.connector.halo.HaloUnderTest;
import dev.sundog.connector.halo.Sending;
import dev.sundog.connector.lifecycle.Wishing;
import dev.sundog.simulator.HaloSimulator;
import dev.sundog.simulator.SimulatorOptions;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import dev.sundog.simulator.control.Switch;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every look-up against the simulator, with what goes wrong there. */
class TicketFinderTest {

    private static final String FIELD = "CFsundogReference";
    private static HaloSimulator simulator;

    private final HaloApi halo = HaloUnderTest.api("sundog-local-secret");
    private final Sending sending = HaloUnderTest.sending();
    private final ReferenceMemory memory = new ReferenceMemory();
    private final TicketFinder finder = new TicketFinder(halo, memory);
    private final DuplicateFinder duplicates = new DuplicateFinder(halo);

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

    @ParameterizedTest
    @EnumSource(Lookup.class)
    void findsATicketThoughAnAgentEditedItsSummary(Lookup lookup) {
        FoundTicket ticket = create(lookup, REFERENCE);
        create(lookup, "sd-another");
        Operation.UpdateTicket edit = new Operation.UpdateTicket(ticket.ticketId(), Wishing.fields(), Payload.FULL);
        got(halo.update(connection(lookup), edit, REFERENCE, sending));

        assertThat(got(find(lookup, 1))).extracting(FoundTicket::ticketId).containsExactly(ticket.ticketId());
    }

    @ParameterizedTest
    @EnumSource(Lookup.class)
    void findsAllTicketsThatCarryTheReference(Lookup lookup) {
        FoundTicket one = create(lookup, REFERENCE);
        FoundTicket other = create(lookup, REFERENCE);

        assertThat(got(find(lookup, 1)))
                .extracting(FoundTicket::ticketId)
                .containsExactlyInAnyOrder(one.ticketId(), other.ticketId());
    }

    @ParameterizedTest
    @EnumSource(Lookup.class)
    void findsNothingWhereNothingIsAfterEnoughLooks(Lookup lookup) {
        create(lookup, "sd-another");

        assertThat(got(find(lookup, ByMarker.LOOKS))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Lookup.class,
            names = {"THIRD_PARTY_ID", "MARKER", "COMBINED"})
    void findsATicketThatAPersonDeleted(Lookup lookup) throws Exception {
        FoundTicket ticket = create(lookup, REFERENCE);
        delete(ticket.ticketId());

        assertThat(got(find(lookup, ByMarker.LOOKS))).singleElement().satisfies(found -> {
            assertThat(found.ticketId()).isEqualTo(ticket.ticketId());
            assertThat(found.deleted()).isTrue();
        });
    }

    @Test
    void looksAgainWhileTheSearchMayLag() {
        simulator.set(Switch.SEARCH_LAG_MILLIS, 600_000);
        create(Lookup.MARKER, REFERENCE);

        assertThat(ended(find(Lookup.MARKER, 1))).isInstanceOf(CallEnd.NotFound.class);
        assertThat(ended(find(Lookup.MARKER, ByMarker.LOOKS - 1))).isInstanceOf(CallEnd.NotFound.class);
    }

    @Test
    void saysThatNothingCanBeSaidWhereTheFilterIsIgnored() {
        simulator.set(Switch.UNKNOWN_THIRD_PARTY_FILTER, true);
        create(Lookup.THIRD_PARTY_ID, "sd-another");

        assertThat(ended(find(Lookup.THIRD_PARTY_ID, 9))).isInstanceOf(CallEnd.Rejected.class);
    }

    @Test
    void findsByTheReportWhatAnIgnoredFilterDoesNot() {
        simulator.set(Switch.UNKNOWN_THIRD_PARTY_FILTER, true);
        create(Lookup.COMBINED, "sd-another");
        FoundTicket ticket = create(Lookup.COMBINED, REFERENCE);

        assertThat(got(find(Lookup.COMBINED, 1)))
                .extracting(FoundTicket::ticketId)
                .containsExactly(ticket.ticketId());
    }

    @Test
    void believesNoNoneOfAFilterWhoseFieldHaloForgets() {
        simulator.set(Switch.DROP_THIRD_PARTY_ID, true);
        FoundTicket ticket = create(Lookup.THIRD_PARTY_ID, REFERENCE);

        assertThat(memory.created(connection(Lookup.THIRD_PARTY_ID), REFERENCE, ticket))
                .isTrue();
        assertThat(memory.created(connection(Lookup.THIRD_PARTY_ID), REFERENCE, ticket))
                .isFalse();

        assertThat(ended(find(Lookup.THIRD_PARTY_ID, 9))).isInstanceOf(CallEnd.Rejected.class);
    }

    @Test
    void findsByOtherWaysWhatAFilterWhoseFieldHaloForgetsDoesNot() {
        simulator.set(Switch.DROP_THIRD_PARTY_ID, true);
        FoundTicket ticket = create(Lookup.COMBINED, REFERENCE);

        assertThat(got(find(Lookup.COMBINED, 1)))
                .extracting(FoundTicket::ticketId)
                .containsExactly(ticket.ticketId());
    }

    @Test
    void saysThatNothingCanBeSaidWhereTheReportDoesNotWork() {
        HaloConnection renamed = of(Lookup.CUSTOM_FIELD, "CFnobodyKnows");
        memory.created(renamed, REFERENCE, got(halo.create(renamed, make(), REFERENCE, sending)));

        assertThat(ended(finder.find(renamed, REFERENCE, 1, sending))).isInstanceOf(CallEnd.Rejected.class);
    }

    @Test
    void saysThatNothingCanBeSaidWhereNoFieldIsNamed() {
        assertThat(ended(finder.find(of(Lookup.CUSTOM_FIELD, null), REFERENCE, 1, sending)))
                .isInstanceOf(CallEnd.Rejected.class);
    }

    @Test
    void letsNothingIntoTheReportThatCouldBeSql() {
        simulator.clearJournal();

        assertThat(ended(finder.find(of(Lookup.CUSTOM_FIELD, "CFx = '' or 1=1 --"), REFERENCE, 1, sending)))
                .isInstanceOf(CallEnd.Rejected.class);
        assertThat(ended(finder.find(connection(Lookup.CUSTOM_FIELD), "x' or '1'='1", 1, sending)))
                .isInstanceOf(CallEnd.Rejected.class);

        assertThat(simulator.journal()).isEmpty();
    }

    @Test
    void passesOnThatHaloCannotBeAsked() {
        simulator.inject(Fault.of(FaultKind.STATUS_BEFORE, "GET /Tickets").times(1));

        assertThat(ended(find(Lookup.COMBINED, 1))).isInstanceOf(CallEnd.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(Lookup.class)
    void findsReferencesThatSeveralTicketsCarry(Lookup lookup) {
        create(lookup, "sd-single");
        FoundTicket first = create(lookup, "sd-double");
        FoundTicket second = create(lookup, "sd-double");

        List<FoundTicket> found =
                got(duplicates.find(connection(lookup), List.of("sd-single", "sd-double", "sd-nobody"), sending));

        assertThat(found)
                .extracting(FoundTicket::ticketId, FoundTicket::reference)
                .containsExactly(tuple(first.ticketId(), "sd-double"), tuple(second.ticketId(), "sd-double"));
    }

    @ParameterizedTest
    @EnumSource(Lookup.class)
    void doesNotCallAMergedTicketDoubled(Lookup lookup) {
        FoundTicket first = create(lookup, "sd-double");
        FoundTicket second = create(lookup, "sd-double");
        got(halo.merge(connection(lookup), new Operation.MergeTickets(first.ticketId(), second.ticketId()), sending));

        assertThat(got(duplicates.find(connection(lookup), List.of("sd-double"), sending)))
                .isEmpty();
    }

    private Answer<List<FoundTicket>> find(Lookup lookup, int looks) {
        return finder.find(connection(lookup), REFERENCE, looks, sending);
    }

    private FoundTicket create(Lookup lookup, String reference) {
        return got(halo.create(connection(lookup), make(), reference, sending));
    }

    private static HaloConnection connection(Lookup lookup) {
        return of(lookup, FIELD);
    }

    private static HaloConnection of(Lookup lookup, @Nullable String field) {
        return Connections.of(simulator.baseUri(), lookup, field, "sealed");
    }

    private static void delete(long ticketId) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            String form = "grant_type=client_credentials&client_id=sundog-local"
                    + "&client_secret=sundog-local-secret&scope=all";
            HttpRequest token = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/auth/token"))
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(form))
                    .build();
            String answer =
                    client.send(token, HttpResponse.BodyHandlers.ofString()).body();
            String bearer = answer.replaceAll("(?s).*\"access_token\"\\s*:\\s*\"([^\"]+)\".*", "$1");
            HttpRequest delete = HttpRequest.newBuilder(URI.create(simulator.baseUri() + "/api/Tickets/" + ticketId))
                    .header("Authorization", "Bearer " + bearer)
                    .DELETE()
                    .build();
            assertThat(client.send(delete, HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(200);
        }
    }
}
