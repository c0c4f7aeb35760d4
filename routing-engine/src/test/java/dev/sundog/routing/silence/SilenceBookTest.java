package dev.sundog.routing.silence;

import static dev.sundog.routing.Examples.NOW;
import static dev.sundog.routing.Examples.alert;
import static dev.sundog.routing.Examples.contoso;
import static dev.sundog.routing.Examples.diskFull;
import static dev.sundog.routing.Examples.organization;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.routing.customer.Organization;
import dev.sundog.routing.decision.ConfigurationTables;
import dev.sundog.routing.event.Event;
import dev.sundog.routing.event.Severity;
import dev.sundog.routing.ticket.TicketTemplate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SilenceBookTest {

    private static final Instant END = NOW.plusSeconds(3_600);
    private static final List<Organization> BELOW_GROUP = List.of(
            organization("contoso", "group", null, 12L, TicketTemplate.NONE),
            organization("group", null, "acme-halo", 10L, TicketTemplate.NONE));

    private final ConfigurationTables tables = new ConfigurationTables();
    private final SilenceBook book = new SilenceBook();

    @Test
    void holdsFromItsStartToItsEnd() {
        put(silence("s", Scope.ALL, null));

        assertThat(at(diskFull(), NOW)).isInstanceOf(Hush.Held.class);
        assertThat(at(diskFull(), NOW.minusMillis(1))).isInstanceOf(Hush.None.class);
        assertThat(at(diskFull(), END.minusMillis(1))).isInstanceOf(Hush.Held.class);
        assertThat(at(diskFull(), END)).isInstanceOf(Hush.None.class);
    }

    @Test
    void neverHoldsWhatEndsItsMatter() {
        put(silence("s", Scope.ALL, null));

        assertThat(ask(alert("e2", "contoso", true, null))).isInstanceOf(Hush.None.class);
    }

    @Test
    void holdsOnlyWhatAllPartsOfItsScopeAdmit() {
        assertThat(holds(new Scope(Set.of("contoso"), Set.of(), List.of(), Set.of(), Set.of())))
                .isTrue();
        assertThat(holds(new Scope(Set.of("fabrikam"), Set.of(), List.of(), Set.of(), Set.of())))
                .isFalse();
        assertThat(holds(new Scope(Set.of(), Set.of("advisor"), List.of(), Set.of(), Set.of())))
                .isFalse();
        assertThat(holds(new Scope(Set.of(), Set.of("watchtower"), List.of("db-*"), Set.of("storage"), high())))
                .isTrue();
        assertThat(holds(new Scope(Set.of(), Set.of(), List.of("web-*"), Set.of(), Set.of())))
                .isFalse();
        assertThat(holds(new Scope(Set.of(), Set.of(), List.of(), Set.of("network"), Set.of())))
                .isFalse();
        assertThat(holds(new Scope(Set.of(), Set.of(), List.of(), Set.of(), Set.of(Severity.LOW))))
                .isFalse();
    }

    @Test
    void holdsTheOrganizationsBelowTheOneItNames() {
        put(silence("s", new Scope(Set.of("group"), Set.of(), List.of(), Set.of(), Set.of()), null));

        var below = book.ask(diskFull(), BELOW_GROUP, tables, Set.of(), NOW);
        var beside = book.ask(diskFull(), List.of(contoso()), tables, Set.of(), NOW);

        assertThat(below).isInstanceOf(Hush.Held.class);
        assertThat(beside).isInstanceOf(Hush.None.class);
    }

    @Test
    void letsItsConditionSeeTheOrganizationsAbove() {
        put(silence("s", Scope.ALL, "parents.exists(p, p.id == 'group' && p.name == 'group')"));

        var below = book.ask(diskFull(), BELOW_GROUP, tables, Set.of(), NOW);
        var beside = book.ask(diskFull(), List.of(contoso()), tables, Set.of(), NOW);

        assertThat(below).isInstanceOf(Hush.Held.class);
        assertThat(beside).isInstanceOf(Hush.None.class);
    }

    @Test
    void asksItsConditionAndHoldsNothingWhereThatCannotBeAsked() {
        put(silence("no", Scope.ALL, "event.labels.host == 'db-2'"));
        put(silence("broken", Scope.ALL, "event.labels.absent == 'x'"));
        put(silence("typo", Scope.ALL, "event.severty == 'HIGH'"));
        var none = ask(diskFull());
        put(silence("yes", Scope.ALL, "event.labels.host == 'db-1'"));

        assertThat(none).isInstanceOf(Hush.None.class);
        assertThat(ask(diskFull()))
                .isInstanceOfSatisfying(
                        Hush.Held.class, held -> assertThat(held.silence().id()).isEqualTo("yes"));
    }

    @Test
    void neverAsksAnotherTenantsSilences() {
        var theirs = new Silence("s", "other-msp", 1, null, "eve", "quiet", NOW, END, false, null, Scope.ALL, null);
        tables.putSilence("s", theirs);

        assertThat(ask(diskFull())).isInstanceOf(Hush.None.class);
    }

    @Test
    void namesTheSilenceThatHoldsLongest() {
        put(silence("a-short", Scope.ALL, null));
        put(window("b-long", END.plusSeconds(60)));
        put(window("c-long", END.plusSeconds(60)));
        var longest = (Hush.Held) ask(diskFull());
        put(untilResolved("d-open"));
        var open = (Hush.Held) ask(diskFull());

        assertThat(longest.silence().id()).isEqualTo("b-long");
        assertThat(longest.until()).isEqualTo(END.plusSeconds(60));
        assertThat(open.silence().id()).isEqualTo("d-open");
        assertThat(open.until()).isNull();
    }

    @Test
    void endsForAMatterThatWasResolvedUnderIt() {
        put(untilResolved("known"));
        put(silence("window", Scope.ALL, null));

        var ended = book.ask(diskFull(), List.of(contoso()), tables, Set.of("known", "window"), NOW);

        // A window holds every episode; only one that lasts until resolved ends with it.
        assertThat(ended)
                .isInstanceOfSatisfying(
                        Hush.Held.class, held -> assertThat(held.silence().id()).isEqualTo("window"));
    }

    @Test
    void opensAndClosesAgainAndAgain() {
        var nightly = new Recurrence("FREQ=DAILY", "UTC", Duration.ofHours(1));
        put(new Silence(
                "s",
                "acme-msp",
                1,
                null,
                "ada",
                "backup",
                NOW,
                NOW.plusSeconds(864_000),
                false,
                nightly,
                Scope.ALL,
                null));

        assertThat(at(diskFull(), NOW.plusSeconds(86_400 + 60)))
                .isInstanceOfSatisfying(
                        Hush.Held.class, held -> assertThat(held.until()).isEqualTo(NOW.plusSeconds(86_400 + 3_600)));
        assertThat(at(diskFull(), NOW.plusSeconds(7_200))).isInstanceOf(Hush.None.class);
        assertThat(at(diskFull(), NOW.plusSeconds(864_000))).isInstanceOf(Hush.None.class);
    }

    @Test
    void holdsByItsNewVersionAtOnceAndNothingWhenItIsGone() {
        put(silence("s", Scope.ALL, null));
        var before = ask(diskFull());
        put(silence("s", new Scope(Set.of(), Set.of("advisor"), List.of(), Set.of(), Set.of()), null));
        var narrowed = ask(diskFull());
        put(silence("s", Scope.ALL, null));
        tables.putSilence("s", null);

        assertThat(before).isInstanceOf(Hush.Held.class);
        assertThat(narrowed).isInstanceOf(Hush.None.class);
        assertThat(ask(diskFull())).isInstanceOf(Hush.None.class);
    }

    @Test
    void saysWhatIsWrongWithASilence() {
        var broken = new Silence(
                "s",
                "acme-msp",
                1,
                null,
                "ada",
                "backup",
                NOW,
                END,
                false,
                new Recurrence("FREQ=SOMETIMES", "UTC", Duration.ofHours(1)),
                Scope.ALL,
                "event.severty == 'HIGH'");

        assertThat(book.faults(broken))
                .extracting(SilenceBook.Fault::pointer)
                .containsExactly("/recurrence/rrule", "/when");
        assertThat(book.faults(silence("s", Scope.ALL, null))).isEmpty();
    }

    private boolean holds(Scope scope) {
        put(silence("s", scope, null));
        return ask(diskFull()) instanceof Hush.Held;
    }

    private Hush ask(Event event) {
        return at(event, NOW);
    }

    private Hush at(Event event, Instant now) {
        return book.ask(event, List.of(contoso()), tables, Set.of(), now);
    }

    private void put(Silence silence) {
        tables.putSilence(silence.id(), silence);
    }

    private static Set<Severity> high() {
        return Set.of(Severity.HIGH);
    }

    private static Silence silence(String id, Scope scope, String when) {
        return new Silence(id, "acme-msp", 1, null, "ada", "maintenance", NOW, END, false, null, scope, when);
    }

    private static Silence window(String id, Instant end) {
        return new Silence(id, "acme-msp", 1, null, "ada", "maintenance", NOW, end, false, null, Scope.ALL, null);
    }

    private static Silence untilResolved(String id) {
        return new Silence(id, "acme-msp", 1, null, "ada", "known", NOW, null, true, null, Scope.ALL, null);
    }
}
