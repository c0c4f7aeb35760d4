package dev.sundog.connector;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.configuration.DuplicateAction;
import dev.sundog.contract.Topics;
import dev.sundog.delivery.CallResult;
import dev.sundog.delivery.DuplicateFinding;
import dev.sundog.delivery.HaloOperation;
import dev.sundog.delivery.HaloOutcome;
import dev.sundog.delivery.HaloReference;
import dev.sundog.delivery.ReferenceItem;
import dev.sundog.delivery.ReferenceKind;
import dev.sundog.event.TicketCreated;
import dev.sundog.event.TicketStatus;
import dev.sundog.simulator.HaloSimulator;
import dev.sundog.simulator.SimulatorOptions;
import dev.sundog.simulator.access.Application;
import dev.sundog.simulator.access.Scopes;
import dev.sundog.simulator.control.Fault;
import dev.sundog.simulator.control.FaultKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

/** What lanes do besides their tickets, and how the service ends, against a real broker, a real registry and the simulator. */
class ErrandsIT {

    private static final ConnectorTopics TOPICS = ConnectorTopics.create("errands-" + System.nanoTime() + "-");
    private static HaloSimulator halo;
    private static HaloPerson person;
    private static ConfigurableApplicationContext service;

    @BeforeAll
    static void start() {
        halo = HaloSimulator.start(SimulatorOptions.defaults());
        halo.register(new Application("person", "person-secret", Scopes.of("all"), 3));
        person = new HaloPerson(halo.baseUri());
        TOPICS.connection(
                "told", halo.baseUri(), told -> told.setPollIntervalSeconds(0).setAuditIntervalSeconds(0));
        TOPICS.connection(
                "polled",
                halo.baseUri(),
                polled -> polled.setPollIntervalSeconds(1).setAuditIntervalSeconds(0));
        TOPICS.connection(
                "audited",
                halo.baseUri(),
                audited -> audited.setPollIntervalSeconds(0)
                        .setAuditIntervalSeconds(5)
                        .setOnDuplicate(DuplicateAction.MERGE));
        service = TOPICS.start(ConnectorApplication.class);
    }

    @AfterAll
    static void stop() {
        service.close();
        halo.close();
        TOPICS.close();
    }

    @Test
    void tellsOfAStatusThatANoticeIsAboutOnce() throws Exception {
        TOPICS.open("told", "noticed", "noticed-1");
        long ticketId = created("noticed-1").getTicketId();

        person.setsStatus(ticketId, 2);
        TOPICS.notice("told", "n1", ticketId);
        TOPICS.notice("told", "n1", ticketId);

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> !TOPICS.statusChanges(ticketId).isEmpty());
        assertThat(TOPICS.statusChanges(ticketId)).singleElement().satisfies(changed -> {
            assertThat(changed.getHaloStatusId()).isEqualTo(2);
            assertThat(changed.getStatus()).isEqualTo(TicketStatus.IN_PROGRESS);
        });
    }

    @Test
    void findsAStatusThatAPersonSetByItsPoll() throws Exception {
        TOPICS.open("polled", "polled", "polled-1");
        long ticketId = created("polled-1").getTicketId();

        person.setsStatus(ticketId, 9);

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .until(() -> !TOPICS.statusChanges(ticketId).isEmpty());
        assertThat(TOPICS.statusChanges(ticketId))
                .singleElement()
                .satisfies(changed -> assertThat(changed.getStatus()).isEqualTo(TicketStatus.CLOSED));
    }

    @Test
    void findsTwoTicketsWithOneReferenceAndMergesTheLater() throws Exception {
        TOPICS.open("audited", "twice", "twice-1");
        long first = created("twice-1").getTicketId();
        long second = person.doubles(first);

        Awaitility.await()
                .atMost(Duration.ofSeconds(40))
                .untilAsserted(() -> assertThat(TOPICS.all(Topics.DUPLICATE_FINDINGS, DuplicateFinding.class))
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.getKeptTicketId()).isEqualTo(first);
                            assertThat(finding.getDuplicateTicketIds()).containsExactly(second);
                            assertThat(finding.getTicketKey()).contains("twice");
                        }));
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(TOPICS.all(Topics.HALO_OUTCOMES, HaloOutcome.class))
                        .anySatisfy(outcome -> {
                            assertThat(outcome.getOperation()).isEqualTo(HaloOperation.MERGE_TICKETS);
                            assertThat(outcome.getResult()).isEqualTo(CallResult.DONE);
                        }));
    }

    @Test
    void readsWhatCanBeChosenInHaloWhenItSeesAConnectionForTheFirstTime() {
        TOPICS.connection("chosen", halo.baseUri(), connection -> connection.setReadReference(true));

        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> whole("chosen").size() == ReferenceKind.values().length - 1);

        assertThat(whole("chosen"))
                .filteredOn(part -> part.getKind() == ReferenceKind.CUSTOMER)
                .singleElement()
                .satisfies(customers -> {
                    assertThat(customers.getTenantId()).isEqualTo("acme-msp");
                    assertThat(customers.getItems())
                            .extracting(ReferenceItem::getName)
                            .contains("Contoso Ltd");
                });
    }

    private static List<HaloReference> whole(String connectionId) {
        return TOPICS.all(Topics.HALO_REFERENCE, HaloReference.class).stream()
                .filter(part -> part.getConnectionId().equals(connectionId) && part.getParts() > 0)
                .toList();
    }

    @Test
    void finishesTheCallThatIsOutWhenItIsStopped() {
        try (HaloSimulator slow = HaloSimulator.start(SimulatorOptions.defaults())) {
            // the ticket is there at once, the last byte of the answer 2.5 s later
            slow.inject(Fault.of(FaultKind.DRIP, "POST /Tickets").lasting(Duration.ofMillis(2_500)));
            ConnectorTopics own = ConnectorTopics.create("drain-" + System.nanoTime() + "-");
            own.connection(
                    "slow-halo",
                    slow.baseUri(),
                    quiet -> quiet.setPollIntervalSeconds(0).setAuditIntervalSeconds(0));
            try (ConfigurableApplicationContext _ = own.start(ConnectorApplication.class)) {
                own.open("slow-halo", "drain", "drain-1");
                Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> slow.ticketCount() == 1);
            }

            assertThat(own.all(Topics.HALO_OUTCOMES, HaloOutcome.class))
                    .filteredOn(outcome -> outcome.getOperation() == HaloOperation.CREATE_TICKET)
                    .singleElement()
                    .satisfies(outcome -> assertThat(outcome.getResult()).isEqualTo(CallResult.DONE));
            own.close();
        }
    }

    private static TicketCreated created(String eventId) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> TOPICS.eventOf(eventId, TicketCreated.class), Optional::isPresent)
                .orElseThrow();
    }
}
