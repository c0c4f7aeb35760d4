package dev.sundog.local.chaos.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.sundog.local.chaos.load.Fate;
import dev.sundog.local.chaos.load.LoadPlan;
import dev.sundog.local.chaos.world.World;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The checker on recorded data: silent about a flawless run, and it finds each planted fault, and names it. */
class CheckerTest {

    private static final World WORLD = World.standard();
    private static final LoadPlan PLAN = LoadPlan.of(7, WORLD, Duration.ofMinutes(3), 90);

    private final Recording run = Recording.of(WORLD, PLAN);

    @Test
    void isSilentAboutAFlawlessRun() {
        var violations = violations();

        assertThat(violations).isEmpty();
        assertThat(run.tickets).hasSizeGreaterThan(100);
    }

    @Test
    void findsATicketThatWasDeletedBehindOurBack() {
        var gone = take(run.tickets, ticket -> !ticket.closed());
        run.tickets.remove(gone);

        var violations = violations();

        assertThat(violations)
                .extracting(Violation::invariant)
                .containsExactlyInAnyOrder(Invariant.CREATED_ONCE, Invariant.AS_DESIRED);
        assertThat(violations).extracting(Violation::toString).anyMatch(text -> text.contains(gone.name()));
    }

    @Test
    void findsADoubledTicket() {
        var ticket = run.tickets.getFirst();
        run.tickets.add(new Ticket(
                ticket.halo(), 99_999, ticket.reference(), ticket.customerId(), ticket.closed(), ticket.summary()));

        var violations = violations();

        assertThat(violations)
                .filteredOn(violation -> violation.invariant() == Invariant.ONE_TICKET)
                .singleElement()
                .extracting(Violation::evidence)
                .asString()
                .contains(ticket.reference(), ticket.name(), "#99999", "halo-calls-v1-0@");
    }

    @Test
    void findsATicketThatNoCallMade() {
        run.tickets.add(new Ticket("acme", 99_999, "sd-stranger", 12, false, "made by somebody"));

        var violations = violations();

        assertThat(violations)
                .singleElement()
                .isEqualTo(new Violation(
                        Invariant.TICKET_KNOWN,
                        "acme#99999",
                        "reference 'sd-stranger' is of no create; headline 'made by somebody'"));
    }

    @Test
    void findsATicketAtTheWrongCustomer() {
        var ticket = run.tickets.removeFirst();
        run.tickets.add(
                new Ticket(ticket.halo(), ticket.id(), ticket.reference(), 1, ticket.closed(), ticket.summary()));

        assertThat(violations()).extracting(Violation::invariant).containsExactly(Invariant.TICKET_KNOWN);
    }

    @Test
    void findsATicketThatWasLeftOpen() {
        var ticket = take(run.tickets, Ticket::closed);
        run.tickets.set(
                run.tickets.indexOf(ticket),
                new Ticket(
                        ticket.halo(), ticket.id(), ticket.reference(), ticket.customerId(), false, ticket.summary()));

        assertThat(violations()).extracting(Violation::invariant).contains(Invariant.AS_DESIRED);
    }

    @Test
    void findsAnEventThatIsInNoTopic() {
        var lost = take(PLAN.events(), event -> event.fate() == Fate.SUPPRESSED).id();
        run.inputs.removeIf(input -> input.eventId().equals(lost));
        run.decisions.removeIf(decided -> decided.eventId().equals(lost));

        var violations = violations();

        assertThat(violations)
                .filteredOn(violation -> violation.subject().equals(lost))
                .extracting(Violation::invariant)
                .containsExactly(Invariant.NOTHING_LOST, Invariant.ACCOUNTED);
    }

    @Test
    void findsAnEventThatNobodyAnswered() {
        var told = take(run.told, each -> each.type().equals("TicketUpdated"));
        run.told.remove(told);

        var violations = violations();

        assertThat(violations).singleElement().satisfies(violation -> {
            assertThat(violation.invariant()).isEqualTo(Invariant.ACCOUNTED);
            assertThat(violation.subject()).isEqualTo(told.causedBy().getFirst());
            assertThat(violation.evidence()).startsWith("in flight: no ticket event names it");
        });
    }

    @Test
    void findsAnEventThatFailedForGood() {
        var told = take(run.told, each -> each.type().equals("TicketUpdated"));
        run.told.set(
                run.told.indexOf(told),
                new Told(
                        told.place(),
                        told.eventId(),
                        "TicketFailed",
                        told.connectionId(),
                        told.ticketKey(),
                        0,
                        false,
                        told.causedBy(),
                        told.at()));

        assertThat(violations()).extracting(Violation::invariant).containsExactly(Invariant.ACCOUNTED);
    }

    @Test
    void findsADecisionThatWasMadeTwice() {
        var decided = run.decisions.getFirst();
        run.decisions.add(new Decided(
                new Place("routing-decisions-v1", 3, 77),
                decided.eventId(),
                decided.outcome(),
                decided.ticketKey(),
                decided.acceptedAt()));

        assertThat(violations()).extracting(Violation::invariant).contains(Invariant.DECIDED_ONCE);
    }

    @Test
    void findsARequestThatWasLost() {
        var lost = run.requests.removeLast();

        assertThat(violations())
                .extracting(Violation::invariant, Violation::subject)
                .containsExactly(tuple(Invariant.REQUESTED_ONCE, lost.eventId()));
    }

    @Test
    void findsACreationToldTwice() {
        var told = take(run.told, each -> each.type().equals("TicketCreated"));
        run.told.add(new Told(
                new Place("ticket-events-v1", 1, 5),
                told.eventId() + "-again",
                told.type(),
                told.connectionId(),
                told.ticketKey(),
                told.ticketId(),
                false,
                told.causedBy(),
                told.at()));

        assertThat(violations()).extracting(Violation::invariant).containsExactly(Invariant.CREATED_ONCE);
    }

    @Test
    void findsATicketEventPublishedTwice() {
        var told = take(run.told, each -> each.type().equals("TicketUpdated"));
        run.told.add(told);

        assertThat(violations()).extracting(Violation::invariant).containsExactly(Invariant.TOLD_ONCE);
    }

    @Test
    void findsMatterThatGotMoreTicketsThanItHadBeginnings() {
        var ticket = take(run.tickets, Ticket::closed);
        var call = take(run.calls, each -> each.reference().equals(ticket.reference()));
        run.calls.add(new Called(
                call.place(), "another", call.connectionId(), call.ticketKey(), call.operation(), "sd-another"));
        run.calls.add(
                new Called(call.place(), "third", call.connectionId(), call.ticketKey(), call.operation(), "sd-third"));
        run.tickets.add(ticketLike(ticket, 90_001, "sd-another"));
        run.tickets.add(ticketLike(ticket, 90_002, "sd-third"));

        assertThat(violations()).extracting(Violation::invariant).contains(Invariant.NOT_TOO_MANY);
    }

    @Test
    void findsTwoMattersThatShareAKey() {
        var keys = run.decisions.stream().filter(Decided::isRouted).toList();
        var one = keys.getFirst();
        var other = take(keys, decided -> !decided.ticketKey().equals(one.ticketKey()));
        run.decisions.set(
                run.decisions.indexOf(one),
                new Decided(one.place(), one.eventId(), one.outcome(), other.ticketKey(), one.acceptedAt()));

        assertThat(violations()).extracting(Violation::invariant).contains(Invariant.ONE_KEY);
    }

    @Test
    void findsAnUnreadableRecordWithoutADeadLetter() {
        run.deadLetters.merge("alerts-v1", -1L, Long::sum);

        assertThat(violations())
                .extracting(Violation::invariant, Violation::subject)
                .containsExactly(tuple(Invariant.DECIDED_ONCE, "unreadable records"));
    }

    @Test
    void findsDeadLettersOfOurOwn() {
        run.deadLetters.put("halo-calls-v1", 2L);

        assertThat(violations())
                .containsExactly(new Violation(Invariant.ACCOUNTED, "halo-calls-v1", "2 dead letters of our own"));
    }

    @Test
    void findsAnEventThatCannotBeLookedUp() {
        var event = take(PLAN.events(), each -> each.fate() == Fate.PARKED).id();
        run.gateway.remove(event);
        run.console.put(event, "ROUTED");

        assertThat(violations())
                .containsExactly(
                        new Violation(Invariant.FOUND_AT_GATEWAY, event, "is not known there"),
                        new Violation(Invariant.FOUND_AT_CONSOLE, event, "is ROUTED there, should be PARKED"));
    }

    @Test
    void findsWhatIsLeftToBeDone() {
        run.undecided.add("chaos-never");
        run.lags.add(new Lag("sundog-connector", "ticket-requests-v1", 2, 3));
        run.lags.add(new Lag("sundog-connector", "ticket-requests-v1", 3, 0));
        run.hanging.add("ticket-events-v1-4");
        run.ill.put("routing", "readiness: HTTP 503");

        assertThat(violations())
                .extracting(Violation::invariant)
                .containsExactlyInAnyOrder(
                        Invariant.ALL_ACCEPTED, Invariant.NO_LAG, Invariant.NO_HANGING_TRANSACTION, Invariant.ALL_WELL);
    }

    @Test
    void countsWhatBecameOfTheEvents() {
        var figures = new Checker(WORLD, PLAN).figures(run.evidence());

        assertThat(figures.accepted()).isEqualTo(PLAN.events().size());
        assertThat(figures.fates().values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(figures.accepted());
        assertThat(figures.fates()).containsKeys("TICKETED", "SUPPRESSED", "PARKED", "REFUSED", "DEAD");
        assertThat(figures.tickets()).isEqualTo(run.tickets.size());
        assertThat(figures.calls()).containsEntry("CREATE_TICKET", (long) run.tickets.size());
        assertThat(figures.waits()).extracting(Figures.Wait::length).containsOnly(Duration.ofMillis(80));
        assertThat(figures.copies()).isZero();
    }

    private List<Violation> violations() {
        return new Checker(WORLD, PLAN).check(run.evidence());
    }

    private static Ticket ticketLike(Ticket ticket, long id, String reference) {
        return new Ticket(ticket.halo(), id, reference, ticket.customerId(), true, ticket.summary());
    }

    private static <T> T take(List<T> all, Predicate<T> wanted) {
        return all.stream().filter(wanted).findFirst().orElseThrow();
    }
}
