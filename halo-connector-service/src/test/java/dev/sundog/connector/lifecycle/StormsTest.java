package dev.sundog.connector.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sundog.connector.call.CallEnd;
import dev.sundog.connector.call.Operation;
import dev.sundog.connector.lane.LaneNews;
import dev.sundog.connector.lane.Severity;
import dev.sundog.connector.lane.StormTerms;
import dev.sundog.connector.storm.Storm;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StormsTest {

    private static final String STORM = "~storm";
    private VirtualSite site = new VirtualSite(false);

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void tellsOfAThousandAlertsWithinAMinuteInAtMostSixtyCalls(boolean dies) {
        site = new VirtualSite(dies);

        storm(1_000, Duration.ofMillis(60));
        site.pass(Duration.ofMinutes(4));

        assertThat(site.halo.requests).isLessThanOrEqualTo(60);
        assertThat(site.created()).hasSize(1_000).doesNotHaveDuplicates();
        site.assertAllAnswered();
        assertThat(site.halo.tickets).hasSize(21);
        VirtualHalo.Held shared = site.halo.tickets.get(house().ticketId());
        assertThat(shared.summary).isEqualTo("Storm: 980 alerts of contoso, 980 still lasting");
        assertThat(shared.detailsHtml).contains("And 930 more.").contains("Alert disk999".substring(0, 10));
    }

    @Test
    void givesTheFirstAlertsTicketsOfTheirOwnAndTheOthersOneTogether() {
        storm(25, Duration.ofMillis(500));
        site.pass(Duration.ofSeconds(30));

        assertThat(site.halo.tickets).hasSize(21);
        assertThat(site.news(TicketNews.Created.class, "disk19"))
                .singleElement()
                .extracting(TicketNews.Created::ticket)
                .isNotEqualTo(house());
        assertThat(site.news(TicketNews.Created.class, "disk20"))
                .singleElement()
                .isEqualTo(new TicketNews.Created(house(), "Alert disk20"));
    }

    @Test
    void keepsTheTableTrueWithFewerAndFewerCalls() {
        storm(30, Duration.ofMillis(500));
        site.pass(Duration.ofSeconds(30));
        int before = updates();

        for (int minute = 0; minute < 60; minute++) {
            site.resolve("contoso", "disk25");
            IntStream.range(0, 20).forEach(_ -> site.open("contoso", "disk25"));
            site.pass(Duration.ofMinutes(1));
        }

        assertThat(updates() - before).isBetween(10, 18);
        site.assertAllAnswered();
    }

    @Test
    void endsWhenAllIsOverAndCalmWithTheWholeTableInTheLastNote() {
        storm(25, Duration.ofMillis(500));
        site.pass(Duration.ofSeconds(30));
        IntStream.range(20, 25).forEach(number -> site.resolve("contoso", "disk" + number));
        site.pass(Duration.ofMinutes(4));
        VirtualHalo.Held shared = site.halo.tickets.get(house().ticketId());
        assertThat(shared.closed).isFalse();

        site.pass(Duration.ofMinutes(2));

        assertThat(shared.closed).isTrue();
        assertThat(shared.notes).singleElement().asString().contains("5 in all, 0 still lasting, 5 over");
        assertThat(site.news(TicketNews.Resolved.class, "disk22"))
                .singleElement()
                .isEqualTo(new TicketNews.Resolved(house(), false));
        assertThat(site.news(TicketNews.Resolved.class, STORM)).hasSize(1);
        site.assertAllAnswered();
    }

    @Test
    void keepsWhatStillLastsInItsTicketWhenItIsCalmAndGivesNewAlertsTheirOwnAgain() {
        storm(25, Duration.ofMillis(500));
        site.pass(Duration.ofMinutes(7));

        site.open("contoso", "fresh");
        site.pass(Duration.ofSeconds(10));

        assertThat(site.news(TicketNews.Created.class, "fresh").getFirst().ticket())
                .isNotEqualTo(house());
        assertThat(site.halo.tickets.get(house().ticketId()).closed).isFalse();
        site.assertAllAnswered();
    }

    @Test
    void givesAMatterThatComesBackAfterTheStormATicketOfItsOwn() {
        storm(25, Duration.ofMillis(500));
        site.pass(Duration.ofSeconds(30));
        TicketRef house = house();
        IntStream.range(20, 25).forEach(number -> site.resolve("contoso", "disk" + number));
        site.pass(Duration.ofMinutes(7));

        site.open("contoso", "disk22");
        site.pass(Duration.ofSeconds(10));

        assertThat(site.news(TicketNews.Created.class, "disk22")).hasSize(2);
        assertThat(site.news(TicketNews.Created.class, "disk22").getLast().ticket())
                .isNotEqualTo(house);
        site.assertAllAnswered();
    }

    @Test
    void opensAMatterAgainThatComesBackWhileTheStormLasts() {
        storm(25, Duration.ofMillis(500));
        site.pass(Duration.ofSeconds(30));
        site.resolve("contoso", "disk22");

        site.open("contoso", "disk22");
        site.open("contoso", "disk22");

        assertThat(site.news(TicketNews.Reopened.class, "disk22")).hasSize(1);
        assertThat(site.news(TicketNews.Updated.class, "disk22")).hasSize(1);
        site.assertAllAnswered();
    }

    @Test
    void makesNoTicketForAStormThatIsOverBeforeHaloHeardOfIt() {
        site.weather = _ -> new CallEnd.NotSent("refused");
        storm(40, Duration.ofMillis(100));
        IntStream.range(0, 40).forEach(number -> site.resolve("contoso", "disk" + number));

        site.pass(Duration.ofMinutes(2));
        site.weather = site.halo::answer;
        site.pass(Duration.ofMinutes(10));

        assertThat(site.halo.tickets).isEmpty();
        site.assertAllAnswered();
    }

    @Test
    void forgetsTheArrivalsOfAnOrganizationWithoutAStormWhenTheyHaveLeftTheWindow() {
        storm(10, Duration.ofSeconds(1));

        site.pass(Duration.ofSeconds(30));
        assertThat(storms()).hasSize(1);
        storm("later", 1, Duration.ofMinutes(2));

        assertThat(storms()).isEmpty();
        assertThat(site.news(TicketNews.Created.class, STORM)).isEmpty();
    }

    @Test
    void remembersAnOrganizationThatHadAStorm() {
        storm(25, Duration.ofMillis(500));
        IntStream.range(0, 25).forEach(number -> site.resolve("contoso", "disk" + number));

        site.pass(Duration.ofHours(2));

        assertThat(storms()).singleElement().extracting(Storm::generation).isEqualTo(2);
    }

    @Test
    void leavesOtherOrganizationsAlone() {
        storm(100, Duration.ofMillis(50));

        site.open("fabrikam", "disk");
        site.pass(Duration.ofMillis(900));

        assertThat(site.news(TicketNews.Created.class, "disk")).hasSize(1);
    }

    @Test
    void keepsCriticalAlertsSingleWhileTheBudgetAllows() {
        storm(30, Duration.ofMillis(500));

        site.open("contoso", "fire", Severity.CRITICAL);
        site.pass(Duration.ofSeconds(5));
        assertThat(site.news(TicketNews.Created.class, "fire").getFirst().ticket())
                .isNotEqualTo(house());

        site.weather = _ -> new CallEnd.NotSent("refused");
        IntStream.range(0, 300).forEach(number -> site.open("contoso", "fire" + number, Severity.CRITICAL));
        site.weather = site.halo::answer;
        site.pass(Duration.ofMinutes(30));

        assertThat(site.news(TicketNews.Created.class, "fire299").getFirst().ticket())
                .isEqualTo(house());
        site.assertAllAnswered();
    }

    @Test
    void foldsWhenWhatWaitsWouldTakeMoreThanTheBudgetThatIsLeft() {
        site.terms = VirtualSite.terms(20, new StormTerms(20, Duration.ofMinutes(1), Duration.ofMinutes(5)));

        for (int number = 0; number < 19; number++) {
            for (String organization : new String[] {"contoso", "fabrikam", "northwind"}) {
                site.open(organization, "disk" + number);
            }
        }
        site.pass(Duration.ofMinutes(20));

        assertThat(site.halo.tickets).hasSizeLessThan(25);
        site.assertAllAnswered();
    }

    @Test
    void saysThatAStormsTicketCannotBeMadeToAllThatWaitForIt() {
        storm(20, Duration.ofMillis(500));
        site.pass(Duration.ofSeconds(30));
        site.weather = call -> new CallEnd.Rejected("no such type");

        storm("more", 3, Duration.ofMillis(500));
        site.pass(Duration.ofMinutes(2));

        assertThat(site.news(TicketNews.Failed.class, "more2")).isNotEmpty();
    }

    @Test
    void triesAgainWhatHaloRefusedWhenAMatterOfTheStormIsRepeated() {
        storm(20, Duration.ofMillis(500));
        site.weather = call -> new CallEnd.Rejected("no such type");
        site.open("contoso", "more");
        site.pass(Duration.ofMinutes(2));

        site.open("contoso", "more");
        site.pass(Duration.ofMinutes(2));
        site.assertAllAnswered();
        site.weather = site.halo::answer;
        site.open("contoso", "more");
        site.pass(Duration.ofMinutes(2));

        assertThat(site.news(TicketNews.Created.class, "more")).hasSize(1);
        site.assertAllAnswered();
    }

    @Test
    void tellsPeopleHowManyOrganizationsAreInAStorm() {
        storm(30, Duration.ofMillis(500));
        site.pass(Duration.ofSeconds(30));

        assertThat(site.lanes).extracting(LaneNews::storms).last().isEqualTo(1);
    }

    private void storm(int count, Duration apart) {
        storm("disk", count, apart);
    }

    private void storm(String name, int count, Duration apart) {
        for (int number = 0; number < count; number++) {
            site.open("contoso", name + number);
            site.pass(apart);
        }
    }

    private List<Storm> storms() {
        List<Storm> kept = new ArrayList<>();
        site.shelf.eachStorm(kept::add);
        return kept;
    }

    private TicketRef house() {
        return site.news(TicketNews.Created.class, STORM).getFirst().ticket();
    }

    private int updates() {
        return (int) site.calls.stream()
                .filter(call -> call.operation() instanceof Operation.UpdateTicket)
                .count();
    }
}
